import { MapBox } from "./box";
import { Hatches, MapCanvas, outlineOf, type MapLayer } from "./canvas";
import { FarEastMap } from "./far-east";
import { viewOf, viewOfLands, type Frame } from "./geometry";
import styles from "./map.module.css";

/** What a figure of a lesson says about its map; a compiled figure fits as it is. */
export interface FigureMap {
  id: string;
  title: string;
  description: string;
  /** Left out: Europe. */
  map?: "europe" | "far-east";
  /** Left out: what holds its lands. */
  frame?: Frame;
  layers: readonly (MapLayer & { label: string })[];
  cities: readonly string[];
}

/**
 * The map of a figure: a picture with its name and description, without caption, key and table, which are the page's.
 * It fills the width that it is given. No script. `names` are the territories' names as the course has them, by id.
 */
export function MapFigure({ figure, names }: { figure: FigureMap; names?: Readonly<Record<string, string>> }) {
  const ids = figure.layers.flatMap((layer) => [...layer.territories]);
  if (figure.map === "far-east") {
    return (
      <MapBox>
        <FarEastMap
          id={`map-${figure.id}`}
          title={figure.title}
          description={figure.description}
          layers={figure.layers}
        />
      </MapBox>
    );
  }
  return (
    <MapBox>
      <MapCanvas
        id={`map-${figure.id}`}
        view={figure.frame ? viewOf(figure.frame) : viewOfLands(ids)}
        title={figure.title}
        description={figure.description}
        layers={figure.layers}
        type="figure"
        wanted={{
          cities: figure.cities,
          territories: ids,
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
      {figure.layers.map(({ style, manner = "held", label }, row) => {
        const id = `key-${figure.id}-${row}`;
        return (
          <li key={row}>
            <svg viewBox="0 0 34 22" aria-hidden="true">
              <Hatches id={id} k={1} styles_={[style]} />
              {manner === "held" && <rect className={styles[style]} x=".5" y=".5" width="33" height="21" />}
              {manner !== "returned" && <rect fill={`url(#${id}-${style})`} x=".5" y=".5" width="33" height="21" />}
              <rect className={outlineOf({ style, manner })} x=".5" y=".5" width="33" height="21" />
            </svg>
            <span>{label}</span>
          </li>
        );
      })}
    </ul>
  );
}
