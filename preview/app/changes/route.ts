import { mark } from "../../course";

export const dynamic = "force-dynamic";

/** Milliseconds between two looks at the files: asking is cheap, and every system and editor tells of times alike. */
const often = 200;

/** A line for every state of the files, the first at once. */
export function GET(request: Request): Response {
  const text = new TextEncoder();
  let said = "";
  let timer: NodeJS.Timeout;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const look = () => {
        const now = mark();
        if (now !== said) controller.enqueue(text.encode(`data: ${now}\n\n`));
        said = now;
      };
      look();
      timer = setInterval(look, often);
      request.signal.addEventListener("abort", () => clearInterval(timer));
    },
    cancel() {
      clearInterval(timer);
    },
  });
  return new Response(stream, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
}
