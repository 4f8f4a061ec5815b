/**
 * The map of Europe in 1938. A lesson's figure is `<MapFigure figure={figure} />` with `<MapKey figure={figure} />`
 * beside it; `MapCanvas` is for those who draw more upon it. All of it renders on the server and needs no script.
 */
export { MapBox } from "./box";
export { MapCanvas, type MapLayer, type MapStyle } from "./canvas";
export { MapDesk, type DeskLand } from "./desk";
export { FarEastMap, farEastLands } from "./far-east";
export { MapFigure, MapKey, type FigureMap } from "./figure";
export {
  cities,
  outline,
  project,
  shape,
  states,
  territories,
  unit,
  unproject,
  viewOf,
  viewOfLands,
  type Frame,
  type Point,
  type View,
} from "./geometry";
export { MapThumb } from "./thumb";
export { letterPlaces, type Placed } from "./letters";
