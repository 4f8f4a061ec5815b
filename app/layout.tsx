import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "@/ui/styles/fonts.css";
import "@/ui/styles/tokens.css";
import "@/ui/styles/base.css";

/** Pictures for those who share a page need a whole address: the school's, where the operator has said it. */
const address = process.env.NEXTAUTH_URL;

export const metadata: Metadata = {
  ...(address && URL.canParse(address) && { metadataBase: new URL(address) }),
  title: { default: "Annals", template: "%s · Annals" },
  description: "History lessons with their sources, and quizzes that say why.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3efe6" },
    { media: "(prefers-color-scheme: dark)", color: "#1d1a17" },
  ],
  colorScheme: "light dark",
};

/** What every page has. The bar and the footer belong to the two groups below: `(static)`, the same bytes for
 * everyone, and `(personal)`, rendered for who asks. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link
          rel="preload"
          href="/fonts/annals-serif-latin-roman.978a270e.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      </head>
      <body>
        <a className="skip" href="#main">
          To the main part
        </a>
        {children}
      </body>
    </html>
  );
}
