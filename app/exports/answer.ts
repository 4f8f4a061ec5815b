import { attachment, csv, fileName, xlsx, type Table } from "@/interchange/tables";
import { NotFound } from "@/records";

/** What a file is of, for its name: class, content; and the zone in which its time is told. */
export interface Named {
  words: readonly string[];
  timeZone: string;
}

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
};
type Ending = keyof typeof types;

/** 'responses.csv' as what it is of and its format; throws NotFound where `files` has no such. */
export function fileAsked<Name extends string>(
  file: string | undefined,
  files: Record<Name, readonly Ending[]>,
): { name: Name; ending: Ending } {
  const [name, ending, ...more] = (file ?? "").split(".");
  if (more.length > 0 || !Object.hasOwn(files, name!) || !files[name as Name].includes(ending as Ending))
    throw new NotFound();
  return { name: name as Name, ending: ending as Ending };
}

/** A table as an answer that is saved as a file. It is made while it is sent. */
export function csvAnswer<Row>(table: Table<Row>, named: Named, options: { mark: boolean }): Response {
  return answer(streamed(csv(table, options)), named, "csv");
}

/** Tables as a workbook, likewise. */
export function xlsxAnswer(sheets: readonly Table<unknown>[], named: Named): Response {
  return answer(streamed(xlsx(sheets)), named, "xlsx");
}

export function jsonAnswer(value: unknown, named: Named): Response {
  return answer(`${JSON.stringify(value, null, 2)}\n`, named, "json");
}

/** Pieces as they are asked for; who stops reading stops their making. */
function streamed(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
}

function answer(body: BodyInit, { words, timeZone }: Named, ending: Ending): Response {
  return new Response(body, {
    headers: {
      "content-type": types[ending],
      "content-disposition": attachment(fileName(words, { at: new Date(), timeZone, ending })),
      "cache-control": "no-store",
    },
  });
}
