import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const ours = "annals-test-";

/** Whatever tests leave in the folder for temporary files goes with the run. In `npm test` all its stages share one. */
export default function setUp(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(ours)) return undefined;
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), ours));
  // As root, PostgreSQL runs as `nobody`, who has to pass through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
