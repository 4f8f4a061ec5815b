/**
 * Commands for who looks after a school; each finds the database as `npm start` does, whether a school runs or not.
 *
 *   npm run administrator [-- NAME] [--host=HOST]    a new password for an administrator (called admin, if not named)
 *   npm run demo:make [-- --host=HOST]               a school with invented people
 *   npm run demo:remove                              removes it with everyone in it; leaves an empty school
 */
import { ensureClient } from "./build.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { ensureInstalled } from "./install.mjs";
import { Refusal, endWith } from "./refusal.mjs";
import { lookAfterSchool, signInLines } from "./school.mjs";

const say = (line) => console.log(line);

const commands = {
  administrator: async (run, { names: [userName = "admin"], host }) => {
    const { administrator } = await run({ task: "administrator", userName, host });
    say("A new password, to be changed at the next sign-in; sessions that were open have ended:");
    say(signInLines([{ who: "administrator", ...administrator }]).join("\n"));
  },
  "demo:make": async (run, { host }) => {
    const { demo } = await run({ task: "make demo", host });
    say(["The demo school's sign-ins:", ...signInLines(demo.signIns)].join("\n"));
  },
  "demo:remove": async (run) => {
    const { removed, administrator } = await run({ task: "remove demo" });
    if (!removed) throw new Refusal("There is no demo school here; nothing was changed.");
    say("The demo school is gone. An empty school is there in its place, with an administrator, shown this once:");
    say(signInLines([{ who: "administrator", ...administrator }]).join("\n"));
  },
};

async function main([name, ...rest]) {
  const command = commands[name];
  if (!command)
    throw new Refusal(`There is no command '${name ?? ""}': try npm run administrator, demo:make or demo:remove.`);
  const folder = openDataFolder();
  await ensureInstalled({ say });
  await ensureClient({ say });
  const { openDatabase } = await import("./database.mjs");
  const { url, embedded } = await openDatabase({ folder, say });
  try {
    const environment = { ...process.env, DATABASE_URL: url };
    await command((order) => lookAfterSchool(order, { folder, environment, say }), {
      names: rest.filter((word) => !word.startsWith("--")),
      host: rest.find((word) => word.startsWith("--host="))?.slice("--host=".length),
    });
  } finally {
    // One that ran before us belongs to a school that is open.
    if (embedded && !embedded.attached) await embedded.stop();
  }
}

main(process.argv.slice(2)).catch(endWith);
