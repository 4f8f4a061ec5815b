// `npm start`. Written so that a Node of any age can read it, and say what it lacks.
import process from "node:process";

const wanted = "20.19";
const [major, minor] = process.versions.node.split(".").map(Number);
const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;

if (!enough) {
  process.stderr.write(
    "\nThis is Node.js " +
      process.versions.node +
      ", and Annals needs " +
      wanted +
      " (or 22.12, or anything newer): " +
      "install it from https://nodejs.org and start again.\n",
  );
  process.exit(1);
}

import("./launch.mjs").then(
  ({ launch }) => launch(),
  (error) => {
    process.stderr.write("\n" + (error && error.stack) + "\n");
    process.exit(1);
  },
);
