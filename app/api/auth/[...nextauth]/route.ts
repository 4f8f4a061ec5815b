import { nextAuth } from "@/auth/next-auth";

export { nextAuth as GET, nextAuth as POST };
