"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { askMe } from "./me";
import type { Me } from "./me";

type Reader = Pick<NonNullable<Me>, "displayName" | "role"> & { classes?: { name: string }[] };

/**
 * The bar at the top. A personal page knows its reader (`null`: not signed in); a static page leaves it out, and the
 * bar asks after the page is there. Until then, and without script, it offers 'Your page', which is right for
 * everyone: nothing but that word changes.
 */
export function Bar({ reader: known }: { reader?: Reader | null }) {
  const [asked, setAsked] = useState<Reader | null>();
  useEffect(() => {
    if (known === undefined) void askMe().then(setAsked);
  }, [known]);
  const reader = known === undefined ? asked : known;
  const path = usePathname();

  return (
    <header className="bar">
      <div>
        <a className="mark" href="/">
          Annals
        </a>
        <nav aria-label="Main">
          {placesOf(reader?.role).map(({ href, words, within }) => (
            <a key={words} href={href} aria-current={currentOf(path, href, within)}>
              {words}
            </a>
          ))}
        </nav>
        <p className="who">
          {reader === undefined ? (
            <a href="/home">Your page</a>
          ) : reader === null ? (
            <a href="/sign-in">Sign in</a>
          ) : (
            <a href="/account" aria-current={currentOf(path, "/account")}>
              {reader.displayName}
              {reader.role === "learner" && reader.classes?.[0] && (
                <span className="opt">, {reader.classes.map((each) => each.name).join(", ")}</span>
              )}
            </a>
          )}
        </p>
      </div>
    </header>
  );
}

interface Place {
  href: string;
  words: string;
  /** Addresses that belong to this place though they do not begin with its own. */
  within?: string[];
}

/** Where each role goes. The first is the course for everyone, so that nothing moves when the others appear. */
function placesOf(role: Reader["role"] | undefined): Place[] {
  const lessons = ["/lessons", "/quizzes", "/attempts", "/timeline", "/map", "/who-signed", "/figures", "/courses"];
  switch (role) {
    case "learner":
      return [
        { href: "/home", words: "Course", within: ["/", ...lessons] },
        { href: "/scores", words: "Scores" },
      ];
    case "teacher":
      return [
        { href: "/", words: "Course", within: lessons },
        { href: "/classes", words: "Classes" },
      ];
    case "administrator":
      return [
        { href: "/", words: "Course", within: lessons },
        { href: "/classes", words: "Classes" },
        { href: "/school", words: "School" },
      ];
    default:
      return [{ href: "/", words: "Course", within: lessons }];
  }
}

/** For aria-current: the page itself, or a page within that place. */
function currentOf(path: string, href: string, within: string[] = []): "page" | "true" | undefined {
  if (path === href) return "page";
  const inside = [href, ...within].some((each) =>
    each === "/" ? path === "/" : path === each || path.startsWith(`${each}/`),
  );
  return inside ? "true" : undefined;
}
