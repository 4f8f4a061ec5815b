/** What there is to say of a land that changed hands, in the order in which it is asked. */
export const SLOTS = ["what", "from", "to", "when", "by"] as const;

export type Slot = (typeof SLOTS)[number];

/** Which of two dates is meant: that of the legal act, or the one on which troops were in control. */
export type When = "act" | "occupied";

/** The question each slot asks, short enough for a label. */
export function slotName(slot: string, when: When): string {
  switch (slot) {
    case "what":
      return "Which land";
    case "from":
      return "From whom";
    case "to":
      return "To whom";
    case "when":
      return when === "act" ? "When, by the legal act" : "When troops took control";
    case "by":
      return "By which instrument";
    default:
      return slot;
  }
}
