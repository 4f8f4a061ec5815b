/** Nobody is signed in to a preview. */
export function GET(): Response {
  return Response.json(null);
}
