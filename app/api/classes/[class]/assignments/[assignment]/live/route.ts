import { handler } from "@/auth";
import { watchAssignment } from "@/records";
import { changesSince, type Sent } from "../../../../../../live/changes";

/** Milliseconds after which a browser that has lost us asks again. */
const again = 3000;

/** So many events wait for a browser that does not read them; it is let go then, and comes back for a whole view. */
const mostWaiting = 50;

/**
 * A class at work, as events: the whole view, then what has changed of it, and a comment where nothing has. It ends when the
 * browser goes, or (event 'gone') when who watches may not any more.
 */
export const GET = handler(async ({ viewer, params, request }) => {
  const { class: classId = "", assignment: assignmentId = "" } = params;
  const words = new TextEncoder();
  const sent: Sent = new Map();
  let open: ReadableStreamDefaultController<Uint8Array> | null = null;
  let leave = () => {};
  const stop = () => {
    open = null;
    leave();
  };
  const end = () => {
    const last = open;
    stop();
    last?.close();
  };
  const write = (text: string) => {
    open?.enqueue(words.encode(text));
    if (open && (open.desiredSize ?? 0) < -mostWaiting) end();
  };
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (open = controller), cancel: stop });
  const watcher = {
    tell: (view: Parameters<typeof changesSince>[1]) =>
      write(`id: ${view.mark}\ndata: ${JSON.stringify(changesSince(sent, view))}\n\n`),
    still: () => write(": as it was\n\n"),
    gone: () => {
      write("event: gone\ndata: {}\n\n");
      end();
    },
  };
  // Throws what is not theirs, before anything is answered.
  leave = await watchAssignment(viewer, { classId, assignmentId }, watcher);
  request.signal.addEventListener("abort", stop);
  if (request.signal.aborted) stop();
  write(`retry: ${again}\n\n`);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Neither kept nor gathered up: not by Next's compression, nor by a proxy in front of us.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
