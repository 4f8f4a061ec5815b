/**
 * Writes the next migration: what prisma/schema.prisma has and the migrations do not.
 *
 *   node scripts/new-migration.mjs add-something
 *   node scripts/new-migration.mjs --first        writes 0001 anew, keeping what stands below "-- By hand"
 *
 * Read what it wrote before it lands: a renamed column comes out as one dropped and one added.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, migrationsOfCheckout } from "./migrate.mjs";
import { removePostgres, startPostgres } from "./postgres.mjs";
import { Refusal, endWith } from "./refusal.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SCHEMA = join(ROOT, "prisma", "schema.prisma");
const FOLDER = join(ROOT, "prisma", "migrations");
/** The schema that the migrations make; written here, read for the next one and by a test. */
const LATEST = join(FOLDER, "latest.prisma");
const BY_HAND = "-- By hand";

async function main([name]) {
  const first = name === "--first";
  if (!first && !/^[a-z0-9-]+$/.test(name ?? "")) {
    throw new Refusal("Give the migration a name in small letters: node scripts/new-migration.mjs add-something");
  }
  const dataDir = mkdtempSync(join(tmpdir(), "annals-migration-"));
  chmodSync(dataDir, 0o711);
  const postgres = await startPostgres({ dataDir });
  try {
    const path = join(FOLDER, first ? "0001_school" : `${nextNumber()}_${name}`, "migration.sql");
    let sql = await difference(postgres.url, first ? null : readFileSync(LATEST, "utf8"));
    if (!first && isEmpty(sql)) {
      throw new Refusal("The migrations already make what prisma/schema.prisma says: there is nothing to write.");
    }
    if (first) {
      const text = readFileSync(path, "utf8");
      sql = `${sql.trimEnd()}\n\n${text.slice(Math.max(0, text.indexOf(BY_HAND)))}`;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, sql);
    // It must apply to what the migrations before it made.
    await migrate(postgres.url);
    copyFileSync(SCHEMA, LATEST);
    process.stdout.write(`${path}\n`);
  } finally {
    await postgres.stop();
    removePostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const isEmpty = (sql) => /^\s*(-- This is an empty migration\.)?\s*$/.test(sql);

function nextNumber() {
  const last = migrationsOfCheckout().at(-1)?.name ?? "0000";
  return String(Number.parseInt(last, 10) + 1).padStart(4, "0");
}

/**
 * SQL from an older schema (null: from nothing) to prisma/schema.prisma. From the migrations themselves would be better,
 * but the engine cannot read a database back through the pg adapter (7.10: "Column type 'char' …").
 */
async function difference(url, older) {
  const engine = await schemaEngine(url);
  const files = (content) => [{ path: "schema.prisma", content }];
  const result = await engine.diff({
    from: older === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(older) },
    to: { tag: "schemaDatamodel", files: files(readFileSync(SCHEMA, "utf8")) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}

/**
 * Prisma's schema engine, as WebAssembly: Prisma's own command would fetch a program from Prisma's host. The package's
 * main entry does not load in Node, so the parts are put together here.
 */
async function schemaEngine(url) {
  const [bindings, { bindMigrationAwareSqlAdapterFactory }, { PrismaPg }] = await Promise.all([
    loadEngine(),
    import("@prisma/driver-adapter-utils"),
    import("@prisma/adapter-pg"),
  ]);
  return bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", readFileSync(SCHEMA, "utf8")]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url })),
  );
}

let engine;

/** Once a process: its bindings are one module and know one memory. */
function loadEngine() {
  return (engine ??= (async () => {
    const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const entry = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { "./schema_engine_bg.js": bindings });
    // Where the engine leaves its last words when it panics.
    let panic = "";
    globalThis.PRISMA_WASM_PANIC_REGISTRY = { get: () => panic, set_message: (message) => void (panic = message) };
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start?.();
    return bindings;
  })());
}

main(process.argv.slice(2)).catch(endWith);
