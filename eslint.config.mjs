import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// What Prettier and the compiler do not see. The walls between rooms stand in .dependency-cruiser.cjs.
export default defineConfig(
  globalIgnores([
    "**/.next*/",
    ".annals/",
    "prisma/client/",
    "public/",
    "coverage/",
    "test-results/",
    "playwright-report/",
    "**/next-env.d.ts",
    "preview/public/",
  ]),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A save whose failure nobody hears is an answer lost.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      // A kind or a state that a switch forgot should not compile away into silence.
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: ["**/*.{mjs,cjs}"],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // Who is asking is found out in one place. A viewer that a page could make would be a key to every room.
    files: ["**/*.{ts,tsx}"],
    ignores: ["records/**", "auth/**", "test/**", "**/*.test.*", "scripts/**", "bench/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "(^@/|/)records(/|$)",
              importNames: ["viewerOfSession", "beginSession", "makePerson"],
              message: "A viewer comes from auth's currentViewer or requireViewer, never from a session made up here.",
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "TSAsExpression > TSTypeReference > Identifier[name=/^(System)?Viewer$/]",
          message: "A viewer cannot be written down: take it from auth, or say systemViewer(why).",
        },
      ],
    },
  },
  {
    // Programs that a person runs in a terminal speak to it.
    files: ["scripts/**", "server/**", "bench/**", "test/**", "e2e/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["facts/**/*.ts", "questions/**/*.{ts,tsx}", "assessment/**/*.ts"],
    ignores: ["**/*.test.*"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "Date",
          property: "now",
          message: "Time is an argument here, so that a grade can be replayed: take `now`.",
        },
        {
          object: "Math",
          property: "random",
          message: "Chance is an argument here, so that an order can be replayed: take `seed`.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Time is an argument here, so that a grade can be replayed: take `now`.",
        },
      ],
    },
  },
);
