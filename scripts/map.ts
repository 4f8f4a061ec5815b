/** `npm run map`: draws the map anew from content/map and writes what pages need of it. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { renderFarEast } from "../content/map/far-east";
import { renderMap } from "../content/map/render";

const root = new URL("../", import.meta.url);
const { file, svg, index, ids, atlas } = renderMap();
const farEast = renderFarEast();
for (const old of readdirSync(new URL("public/map/", root)))
  if (/^(europe-1938|far-east-1945)\..*\.svg$/.test(old)) rmSync(new URL(`public/map/${old}`, root));
writeFileSync(new URL(`public/map/${file}`, root), svg);
writeFileSync(new URL("ui/map/europe-1938.json", root), index);
writeFileSync(new URL("content/map/europe-1938.json", root), ids);
writeFileSync(new URL(`public/map/${farEast.file}`, root), farEast.svg);
writeFileSync(new URL("ui/map/far-east-1945.json", root), farEast.index);
writeFileSync(new URL("questions/annexations/atlas.json", root), atlas);
console.log(
  `public/map/${file}: ${Math.round(svg.length / 1024)} KB, ui/map/europe-1938.json: ${Math.round(index.length / 1024)} KB, ` +
    `public/map/${farEast.file}: ${Math.round(farEast.svg.length / 1024)} KB`,
);
