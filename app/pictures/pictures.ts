/** The pages that are pictures of the whole course. */
export const pictures = [
  {
    href: "/timeline",
    title: "Timeline",
    about: "Every agreement, event and change of hands that the lessons teach, by date.",
  },
  { href: "/map", title: "Map", about: "Europe and the Far East, 1938 to 1946, step by step: what changed hands." },
  { href: "/who-signed", title: "Who signed what", about: "Agreements and the people who put their names to them." },
  { href: "/figures", title: "Figures", about: "The maps and charts of all lessons in one place." },
] as const;
