/** Most often an address of the school: signing in, taking a quiz. */
export default function NotInPreview() {
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>This is not part of the preview.</h1>
        <p>
          It shows lessons, quizzes, figures and words. <a href="/">All of them</a>
        </p>
      </div>
    </main>
  );
}
