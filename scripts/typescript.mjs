/**
 * Lets Node run our TypeScript: `node --conditions=react-server --import ./scripts/typescript.mjs scripts/….ts`.
 * The condition says that this is a server, which `server-only` asks for. A style sheet, which the kinds of question
 * import for their views, is an empty module here: nothing is drawn.
 */
import { register } from "node:module";
import "tsx";

const hooks = `
export async function load(url, context, next) {
  if (!/\\.css($|\\?)/.test(url)) return next(url, context);
  return { format: "module", source: "export default new Proxy({}, { get: (_, name) => String(name) })", shortCircuit: true };
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
