import type { ReactNode } from "react";
import { currentViewer } from "@/auth";
import { Footer } from "@/ui/footer";
import { Bar } from "../bar";

/** Pages rendered for who asks, signed in or not. The bar is a courtesy: every page asks for its own viewer. */
export default async function PersonalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <>
      <Bar reader={viewer && { displayName: viewer.displayName, role: viewer.role }} />
      {children}
      <Footer />
    </>
  );
}
