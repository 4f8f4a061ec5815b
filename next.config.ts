import type { NextConfig } from "next";

/** Built by scripts/build.mjs, served by server/, which also sends the security headers. */
const config: NextConfig = {
  distDir: process.env.ANNALS_DIST || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; whoever installs a school should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Programs for Node that are better loaded than bundled.
  serverExternalPackages: ["@node-rs/argon2", "@prisma/adapter-pg", "pg", "pino"],
  // A page's title comes with its head for everybody, not streamed after it: what makes it is known by then anyway, and no
  // page is without one while an action's answer arrives.
  htmlLimitedBots: /.*/,
  // Keys of questions are in server code; maps of it would only help those who look for them.
  productionBrowserSourceMaps: false,
  // Not what lies around the checkout.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  experimental: {
    turbopackFileSystemCacheForBuild: true,
    // Lists of a school's learners; the front door lets nothing as large in anywhere else.
    serverActions: { bodySizeLimit: "3mb" },
  },
};

export default config;
