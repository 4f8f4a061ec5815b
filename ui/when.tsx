/**
 * A moment of the present day, in a school's time zone: '5 October 2026, 12:31'. History's dates are not moments: they
 * are written by facts/dates. `form`: with the time of day, the day alone, or the time alone.
 */
export function When({
  at,
  timeZone,
  form = "full",
}: {
  at: Date;
  timeZone: string;
  form?: "full" | "day" | "short-day" | "time";
}) {
  return (
    <time dateTime={at.toISOString()} className="nb">
      {when(at, timeZone, form)}
    </time>
  );
}

const forms = {
  full: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hour12: false },
  day: { day: "numeric", month: "long", year: "numeric" },
  "short-day": { day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The same, as text. */
export function when(at: Date, timeZone: string, form: keyof typeof forms = "full"): string {
  return new Intl.DateTimeFormat("en-GB", { ...forms[form], timeZone }).format(at).replace(" at ", ", ");
}
