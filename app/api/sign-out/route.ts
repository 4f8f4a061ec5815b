import { openHandler, signOutResponse } from "@/auth";

/** Signs out on this device. */
export const POST = openHandler(({ request }) => signOutResponse(request, "/"));
