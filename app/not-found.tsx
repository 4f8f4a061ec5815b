import type { Metadata } from "next";
import { Footer } from "@/ui/footer";
import { Bar } from "./bar";

export const metadata: Metadata = { title: "There is nothing at this address" };

/** What is not there, and what is not yours: one page. */
export default function NotFoundPage() {
  return (
    <>
      <Bar />
      <main id="main" tabIndex={-1} className="page">
        <div className="pagehead">
          <h1>There is nothing at this address.</h1>
          <p>
            The link may be old, or it belongs to someone else. Lessons are on <a href="/">the course page</a>, and what
            is yours is on <a href="/home">your page</a>.
          </p>
        </div>
      </main>
      <Footer />
    </>
  );
}
