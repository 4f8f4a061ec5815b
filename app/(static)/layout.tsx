import type { ReactNode } from "react";
import { Footer } from "@/ui/footer";
import { Bar } from "../bar";

/** Pages that are the same bytes for everyone: no cookie is read here. What is personal comes by /api/me afterwards. */
export default function StaticLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Bar />
      {children}
      <Footer />
    </>
  );
}
