/** The foot of every page. */
export function Footer() {
  return (
    <footer className="foot">
      <div className="meta">Annals: lessons with their sources, quizzes that say why.</div>
    </footer>
  );
}
