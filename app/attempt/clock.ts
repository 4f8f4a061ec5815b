/** '12:04' in the school's time zone. */
export function timeText(at: Date | string, timeZone: string): string {
  return format(at, timeZone, { hour: "2-digit", minute: "2-digit" });
}

/** '5 October 2026' in the school's time zone; `short` gives '5 Oct 2026'. */
export function dayText(at: Date | string, timeZone: string, form: "long" | "short" = "long"): string {
  return format(at, timeZone, { day: "numeric", month: form, year: "numeric" }).replace("Sept", "Sep");
}

/** '5 October 2026, 12:04:31': for a receipt. */
export function momentText(at: Date | string, timeZone: string): string {
  return `${dayText(at, timeZone)}, ${format(at, timeZone, { hour: "2-digit", minute: "2-digit", second: "2-digit" })}`;
}

function format(at: Date | string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, hourCycle: "h23", timeZone }).format(new Date(at));
}
