import { database } from "./database";
import type { SystemViewer } from "./viewer";

/** True when the database answers within two seconds. */
export async function databaseAnswers(_: SystemViewer): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((settle) => {
    timer = setTimeout(() => settle(false), 2000);
  });
  try {
    return await Promise.race([database().$queryRaw`SELECT 1`.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
