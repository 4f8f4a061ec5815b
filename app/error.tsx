"use client";

import { Footer } from "@/ui/footer";
import { Bar } from "./bar";

/** Our fault: what happened, what is kept, what to do, and the reference under which it is logged. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      <Bar />
      <main id="main" tabIndex={-1} className="page">
        <title>This page could not be shown · Annals</title>
        <div className="pagehead">
          <h1>This page could not be shown.</h1>
          <p>
            That is our fault. What was saved is safe. Try again in a minute; if it happens again, tell your teacher
            {error.digest ? (
              <>
                {" "}
                this reference: <b className="sans">{error.digest}</b>.
              </>
            ) : (
              " what you were doing."
            )}
          </p>
          <p className="do">
            <a className="btn" href="">
              Try again
            </a>
            <a className="ui" href="/home">
              Your page
            </a>
          </p>
        </div>
      </main>
      <Footer />
    </>
  );
}
