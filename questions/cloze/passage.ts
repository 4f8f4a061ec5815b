/** A piece of a passage: words, or the gap of that id. */
export type Piece = { words: string } | { gap: string };

/** A marker of a gap in a passage's text: `{1}` is the gap `g1`. */
const MARKER = /\{(\d{1,2})\}/;

/** The passage taken apart: paragraphs, and in each words and gaps in turn. */
export function piecesOf(text: string): Piece[][] {
  return text.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split(MARKER)
      .map((piece, index): Piece => (index % 2 === 1 ? { gap: `g${Number(piece)}` } : { words: piece }))
      .filter((piece) => "gap" in piece || piece.words !== ""),
  );
}

/** Ids of the gaps that a text marks, in its order. */
export function gapsIn(text: string): string[] {
  return piecesOf(text).flatMap((pieces) => pieces.flatMap((piece) => ("gap" in piece ? [piece.gap] : [])));
}

/** The passage as one text, its gaps filled. */
export function filled(text: string, fill: (gap: string) => string): string {
  return piecesOf(text)
    .map((pieces) => pieces.map((piece) => ("gap" in piece ? fill(piece.gap) : piece.words)).join(""))
    .join(" ");
}

/** 'Gap 2' of 'g2'. */
export const gapName = (id: string) => `Gap ${id.slice(1)}`;
