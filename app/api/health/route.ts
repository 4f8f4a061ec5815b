import { wrapped } from "@/auth";
import { databaseAnswers, systemViewer } from "@/records";

export const dynamic = "force-dynamic";

/** For load balancers and `npm start`: 200 when this server can serve, 503 when its database does not answer. */
export const GET = wrapped(async () => {
  const ok = await databaseAnswers(systemViewer("health"));
  return Response.json({ status: ok ? "ok" : "database unavailable" }, { status: ok ? 200 : 503 });
});
