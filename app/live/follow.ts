import type { LiveView } from "@/records";
import { changed, type LiveChange } from "./changes";

/** How a page hears: as it happens; by asking every few seconds; not now; not any more. */
export type Link = "live" | "asking" | "lost" | "gone";

/** Milliseconds: how often is asked, how long events are waited for before, and when events are tried again. */
const askEvery = 5000;
const eventsWithin = 4000;
const eventsAgain = 60_000;

/**
 * Follows a class at work while the page is in view: by events, and by asking where those do not come through. Answers how to
 * stop.
 */
export function follow(
  address: string,
  first: LiveView,
  told: { view: (view: LiveView) => void; link: (link: Link) => void },
): () => void {
  let view = first;
  let source: EventSource | null = null;
  let asking: ReturnType<typeof setInterval> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();

  function show(next: LiveView) {
    view = next;
    told.view(next);
  }

  function listen() {
    if (source || stop.signal.aborted || document.hidden) return;
    if (typeof EventSource === "undefined") return ask();
    const own = new EventSource(address);
    source = own;
    const late = setTimeout(() => {
      if (source === own) ask();
    }, eventsWithin);
    own.onmessage = (event: MessageEvent<string>) => {
      clearTimeout(late);
      if (source !== own) return;
      quiet();
      told.link("live");
      show(changed(view, JSON.parse(event.data) as LiveChange));
    };
    own.addEventListener("gone", gone);
    own.onerror = () => {
      clearTimeout(late);
      if (source !== own) return;
      ask();
      // A browser asks again by itself, unless it was refused.
      if (own.readyState !== EventSource.CLOSED) return;
      source = null;
      clearTimeout(later);
      later = setTimeout(listen, eventsAgain);
    };
  }

  /** Asks at once and then every few seconds, until events come. */
  function ask() {
    if (asking !== undefined || stop.signal.aborted || document.hidden) return;
    asking = setInterval(() => void once(), askEvery);
    void once();
  }

  async function once() {
    const answer = await fetch(`${address}.json`, {
      headers: { accept: "application/json" },
      cache: "no-cache",
      signal: stop.signal,
    }).catch(() => null);
    if (stop.signal.aborted || asking === undefined) return;
    if (answer && answer.status >= 400 && answer.status < 500) return gone();
    if (!answer?.ok) return told.link("lost");
    const next = (await answer.json()) as LiveView;
    if (asking === undefined) return;
    told.link("asking");
    show(next);
  }

  function quiet() {
    clearInterval(asking);
    asking = undefined;
  }

  function rest() {
    quiet();
    clearTimeout(later);
    source?.close();
    source = null;
  }

  function gone() {
    rest();
    stop.abort();
    told.link("gone");
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()), { signal: stop.signal });
  // A page that is put aside whole, to be gone back to, must not keep a connection.
  addEventListener("pagehide", rest, { signal: stop.signal });
  addEventListener("pageshow", listen, { signal: stop.signal });
  listen();
  return () => {
    rest();
    stop.abort();
  };
}
