/** A whole page that says one sentence, for the rare answer that no page of the app gives. No style, no script. */
export function htmlPage(message: string): string {
  const escaped = message.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Annals</title>
<main>
<h1>That did not work</h1>
<p>${escaped}</p>
<p><a href="/home">Go to your home page</a></p>
</main>
</html>
`;
}
