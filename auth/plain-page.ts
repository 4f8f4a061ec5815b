/** A whole page that says one sentence, for the rare answer that no page of the app gives. No style, no script. */
export function htmlPage(message: string): string {
  return page("That did not work", `<p>${escaped(message)}</p>\n<p><a href="/home">Go to your home page</a></p>`);
}

/**
 * The page for a form that came when nobody was signed in any more: it holds what was sent, which is sent again to the
 * same address after signing in beside it.
 */
export function heldPage(fields: Readonly<Record<string, readonly string[]>>, signIn: string): string {
  const held = Object.entries(fields).flatMap(([name, values]) =>
    values.map((value) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`),
  );
  return page(
    "You are signed out",
    `<p>Your answer is not saved yet. It is kept on this page: do not close it.</p>
<p>1. <a href="${escaped(signIn)}" target="_blank">Sign in, in another tab</a>. 2. Come back here. 3. Save your answer:</p>
<form method="post">
${held.join("\n")}
<p><button type="submit">Save my answer</button></p>
</form>`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(heading: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Annals</title>
<main>
<h1>${heading}</h1>
${content}
</main>
</html>
`;
}
