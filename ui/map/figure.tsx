import { MapBox } from "./box";
import { Hatches, MapCanvas, type MapLayer } from "./canvas";
import { viewOf, type Frame } from "./geometry";
import styles from "./map.module.css";

/** What a figure of a lesson says about its map; a compiled figure fits as it is. */
export interface FigureMap {
  id: string;
  title: string;
  description: string;
  frame: Frame;
  layers: readonly (MapLayer & { label: string })[];
  cities: readonly string[];
}

/**
 * The map of a figure: a picture with its name and description, without caption, key and table, which are the page's.
 * It fills the width that it is given. No script. `names` are the territories' names as the course has them, by id.
 */
export function MapFigure({ figure, names }: { figure: FigureMap; names?: Readonly<Record<string, string>> }) {
  return (
    <MapBox>
      <MapCanvas
        id={`map-${figure.id}`}
        view={viewOf(figure.frame)}
        title={figure.title}
        description={figure.description}
        layers={figure.layers}
        type="figure"
        wanted={{
          cities: figure.cities,
          territories: figure.layers.flatMap((layer) => [...layer.territories]),
          names,
        }}
      />
    </MapBox>
  );
}

/** What the hues and patterns of a figure mean: a list, a swatch and its words a row. */
export function MapKey({ figure }: { figure: Pick<FigureMap, "id" | "layers"> }) {
  return (
    <ul className={styles.key} role="list">
      {figure.layers.map(({ style, label }, row) => {
        const id = `key-${figure.id}-${row}`;
        return (
          <li key={label}>
            <svg viewBox="0 0 34 22" aria-hidden="true">
              <Hatches id={id} k={1} styles_={[style]} />
              <rect className={styles[style]} x=".5" y=".5" width="33" height="21" />
              <rect fill={`url(#${id}-${style})`} x=".5" y=".5" width="33" height="21" />
              <rect className={`${styles.outline} ${styles[`${style}e`]}`} x=".5" y=".5" width="33" height="21" />
            </svg>
            <span>{label}</span>
          </li>
        );
      })}
    </ul>
  );
}
