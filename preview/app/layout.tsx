import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/ui/styles/fonts.css";
import "@/ui/styles/tokens.css";
import "@/ui/styles/base.css";
import { mark, previewed } from "../course";
import { Live } from "../live";
import styles from "../preview.module.css";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Preview", template: "%s · Preview" },
  icons: "/icon.svg",
};

/** Around every page of the preview: where to go, and how much there is to mend. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  // Before the files are read: a change in between is then news.
  const made = mark();
  const mend = previewed().reduce((sum, { problems }) => sum + problems.length, 0);
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          To the main part
        </a>
        <header className="bar">
          <div>
            <a className="mark" href="/">
              Annals
            </a>
            <nav aria-label="Main">
              <a href="/">Preview</a>
              <a href="/figures">Figures</a>
              <a href="/glossary">Glossary</a>
            </nav>
            <p className="who">
              <Live mark={made} />
              <a href="/" className={mend > 0 ? styles.mend : undefined} data-mend={mend}>
                {mend === 0 ? "Nothing to mend" : `${mend} to mend`}
              </a>
            </p>
          </div>
        </header>
        {children}
      </body>
    </html>
  );
}
