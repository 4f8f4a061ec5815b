import { once } from "node:events";
import { Readable } from "node:stream";
import { constants, crc32, createDeflateRaw } from "node:zlib";

/** A file to be packed; its text is made while it is written. */
export interface Entry {
  name: string;
  text: Iterable<string> | AsyncIterable<string>;
}

/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the beginning of ZIP's time: the same table makes the same bytes. */
const DATE = 0x0021;

/** A ZIP archive of text files, packed piece by piece, off the main thread, in little memory. */
export async function* zip(entries: Iterable<Entry>): AsyncGenerator<Uint8Array, void, undefined> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const nameBytes = Buffer.from(name, "utf8");
    const start = offset;
    const head = header(0x04034b50, [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE], [12, 0]);
    const local = Buffer.concat([head, fields([2, nameBytes.length], [2, 0]), nameBytes]);
    yield local;
    offset += local.length;

    const sizes = { crc: 0, plain: 0 };
    let packed = 0;
    for await (const piece of deflated(text, sizes)) {
      packed += piece.length;
      yield piece;
    }
    const tail = [[4, sizes.crc] as const, [4, packed] as const, [4, sizes.plain] as const];
    const descriptor = header(0x08074b50, ...tail);
    yield descriptor;
    offset += packed + descriptor.length;
    directory.push(
      header(0x02014b50, [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DATE], ...tail),
      fields([2, nameBytes.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, start]),
      nameBytes,
    );
  }
  const listing = Buffer.concat(directory);
  const count = directory.length / 3;
  yield listing;
  yield header(0x06054b50, [2, 0], [2, 0], [2, count], [2, count], [4, listing.length], [4, offset], [2, 0]);
}

const header = (signature: number, ...rest: (readonly [size: number, value: number])[]) =>
  fields([4, signature], ...rest);

/** Little-endian numbers of two or four bytes; longer ones are zeros. */
function fields(...list: (readonly [size: number, value: number])[]): Buffer {
  return Buffer.concat(
    list.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      if (size === 2) bytes.writeUInt16LE(value);
      else if (size === 4) bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}

async function* deflated(text: Entry["text"], sizes: { crc: number; plain: number }): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION, chunkSize: 64 << 10 });
  const pieces = Readable.from(counted(text, sizes), { objectMode: true, highWaterMark: 2 });
  pieces.on("error", (error) => deflate.destroy(error)).pipe(deflate);
  try {
    for await (const piece of deflate) yield piece as Buffer;
  } finally {
    // Who stops reading stops the table too, wherever it comes from.
    if (!pieces.destroyed) {
      const closed = once(pieces, "close");
      pieces.destroy();
      await closed;
    }
  }
}

async function* counted(text: Entry["text"], sizes: { crc: number; plain: number }): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece, "utf8");
    sizes.crc = crc32(bytes, sizes.crc);
    sizes.plain += bytes.length;
    yield bytes;
  }
}
