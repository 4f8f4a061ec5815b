import { Hatches, LandFill, outlineOf, type MapLayer } from "./canvas";
import { shape, unit, type View } from "./geometry";
import styles from "./map.module.css";

/** A small map without names, for a row of them; what it shows is said beside it. */
export function MapThumb({ id, view, layers }: { id: string; view: View; layers: readonly MapLayer[] }) {
  const all = layers.flatMap((layer) => layer.territories.map((territory) => ({ layer, territory })));
  return (
    <svg className={styles.map} viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden="true">
      <Hatches id={id} k={unit(view) * 3} styles_={[...new Set(layers.map((layer) => layer.style))]} />
      <use href={shape("states")} className={styles.land} />
      <use href={shape("state-ussr")} className={styles.ussr} />
      {all.map(({ layer, territory }) => (
        <LandFill key={territory} layer={layer} id={id} href={shape(`territory-${territory}`)} />
      ))}
      <use href={shape("borders")} className={styles.border} />
      {all.map(({ layer, territory }) => (
        <use key={territory} href={shape(`territory-${territory}`)} className={outlineOf(layer)} />
      ))}
    </svg>
  );
}
