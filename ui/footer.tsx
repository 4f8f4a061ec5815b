/** Pages about the whole course, and what may be done with it. */
const PAGES = [
  { href: "/timeline", name: "Timeline" },
  { href: "/map", name: "Map" },
  { href: "/who-signed", name: "Who signed what" },
  { href: "/figures", name: "Figures" },
  { href: "/glossary", name: "Glossary" },
  { href: "/licences", name: "Licences" },
];

/** The foot of every page. */
export function Footer() {
  return (
    <footer className="foot">
      <div className="meta">
        <p>Annals: lessons with their sources, quizzes that say why.</p>
        <nav aria-label="About the whole course">
          <ul>
            {PAGES.map(({ href, name }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
