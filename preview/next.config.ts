import path from "node:path";
import type { NextConfig } from "next";

const root = path.dirname(import.meta.dirname);

/** The author's preview (scripts/preview.mjs): a program of its own, so that nothing in here can be part of a school. */
const config: NextConfig = {
  distDir: process.env.ANNALS_DIST || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Would hold back the news of a change.
  compress: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  outputFileTracingRoot: root,
};

export default config;
