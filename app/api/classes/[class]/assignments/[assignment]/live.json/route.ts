import { handler } from "@/auth";
import { sharedLiveView } from "@/records";

/** A class at work, for who asks again and again: 304 as long as nothing has changed. */
export const GET = handler(async ({ viewer, params, request }) => {
  const { class: classId = "", assignment: assignmentId = "" } = params;
  const view = await sharedLiveView(viewer, { classId, assignmentId });
  const tag = `"${view.mark}"`;
  // It is asked of us each time: somebody may have been taken out of the class.
  const headers = { etag: tag, "cache-control": "private, no-cache", vary: "cookie" };
  if (
    request.headers
      .get("if-none-match")
      ?.split(/,\s*/)
      .some((each) => each.replace(/^W\//, "") === tag)
  )
    return new Response(null, { status: 304, headers });
  return Response.json(view, { headers });
});
