import { ImageResponse } from "next/og";

/** What is shown of a page where somebody shares its address: a card as from the archive's catalogue. */
export const cardSize = { width: 1200, height: 630 };

/** Paper, ink and oxide of ui/styles/tokens.css, which a picture cannot read. */
const PAPER = "#f3efe6";
const INK = "#221d18";
const FAINT = "#6b6157";
const OXIDE = "#97301f";

interface Card {
  /** Above the title: what it belongs to. */
  over: string;
  title: string;
  /** Under it: one or two lines. */
  under: string;
}

/** Made once, by the build: nothing is drawn while a school runs. */
export function socialCard({ over, title, under }: Card): ImageResponse {
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "64px 72px",
        background: PAPER,
        color: INK,
        borderTop: `18px solid ${OXIDE}`,
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 30, color: FAINT }}>{over}</div>
        <div
          style={{ fontSize: title.length > 48 ? 64 : 78, lineHeight: 1.12, marginTop: 26, letterSpacing: "-0.02em" }}
        >
          {title}
        </div>
        <div style={{ fontSize: 32, lineHeight: 1.4, color: FAINT, marginTop: 30 }}>{shortened(under, 170)}</div>
      </div>
      <div style={{ display: "flex", alignItems: "center", fontSize: 34 }}>
        <div style={{ width: 30, height: 30, background: OXIDE, marginRight: 20 }} />
        Annals
      </div>
    </div>,
    cardSize,
  );
}

/** Whole words, as many as there is room for. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most - 1))} …`;
}
