"use client";

import "@/ui/styles/tokens.css";
import "@/ui/styles/base.css";

/** The last net, when not even the page's frame could be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Annals</title>
        <main id="main" className="page">
          <div className="pagehead">
            <h1>This page could not be shown.</h1>
            <p>
              That is our fault. What was saved is safe. Try again in a minute.
              {error.digest && ` If it happens again, tell your teacher this reference: ${error.digest}.`}
            </p>
            <p>
              <a href="">Try again</a>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
