// The walls of the house: who may know whom, each with its reason. Relative
// paths, aliases and type imports are one and the same here, because rules look at the file that an import arrives at.
// test/walls.test.ts shows that each of them stops what it should.

const rooms = [
  "app",
  "preview",
  "ui",
  "questions",
  "facts",
  "assessment",
  "records",
  "auth",
  "content",
  "interchange",
  "server",
  "bench",
  "scripts",
  "test",
  "e2e",
];

/** A test stands outside the walls: it may look into any room, and only it may use what test/ holds. */
const tests = "\\.test\\.tsx?$";

const inside = (...names) => `^(${names.join("|")})/`;

/** What a room may import besides itself: every other room is refused, for this reason. */
const mayKnow = (room, allowed, reason) => ({
  name: `${room}-knows-${allowed.length ? allowed.join("-and-") : "no-other-room"}`,
  comment: reason,
  severity: "error",
  from: { path: inside(room), pathNot: tests },
  to: { path: inside(...rooms.filter((other) => other !== room && !allowed.includes(other))) },
});

module.exports = {
  forbidden: [
    mayKnow("facts", [], "What happened does not depend on who asks, how it is shown or where it is kept."),
    mayKnow("assessment", [], "Arithmetic on scores is replayed years later: it takes numbers and gives numbers."),
    mayKnow("ui", [], "Markup without knowledge: a table that knew what a learner is could only be used for learners."),
    mayKnow(
      "questions",
      ["facts", "ui"],
      "A kind of question grades what it is handed; it knows no school, person or page.",
    ),
    mayKnow(
      "content",
      ["questions", "facts"],
      "A course is compiled from files alone, before there is a school to show it to.",
    ),
    mayKnow(
      "interchange",
      ["questions", "facts", "content"],
      "Other people's formats become our questions; what then happens to them is not their affair.",
    ),
    mayKnow(
      "records",
      ["questions", "assessment", "facts"],
      "The only door to the database keeps what it is told and knows neither pages nor cookies.",
    ),
    mayKnow(
      "preview",
      ["app", "ui", "questions", "facts", "content"],
      "It shows an author what is in files, keys and all: where there is no school there is nobody to keep them from.",
    ),
    mayKnow("auth", ["records"], "Who is asking is a matter of sessions and accounts, and those are the records'."),
    {
      name: "ui-only-in-views",
      comment: "Reading, arranging and grading an answer is not a matter of markup: only a player or a review draws.",
      severity: "error",
      from: { path: "^questions/.*\\.ts$", pathNot: tests },
      to: { path: inside("ui") },
    },
    {
      name: "app-is-a-door",
      comment: "What runs beside the school (scripts, measurements, tests) is not part of it.",
      severity: "error",
      from: { path: inside("app", "server"), pathNot: tests },
      to: { path: inside("preview", "bench", "scripts", "test", "e2e") },
    },
    {
      name: "interchange-schema-only",
      comment: "A format is turned into what the schema of content describes, not compiled or published by its reader.",
      severity: "error",
      from: { path: inside("interchange"), pathNot: tests },
      to: { path: inside("content"), pathNot: "^content/schema" },
    },
    {
      name: "test-only-in-tests",
      comment: "Factories and fake clocks in a product are a product that lies.",
      severity: "error",
      from: { path: inside("scripts", "bench"), pathNot: tests },
      to: { path: inside("test", "e2e") },
    },
    {
      name: "one-kind-not-another",
      comment: "A kind of question must be addable and removable as one folder; what two share belongs beside them.",
      severity: "error",
      from: { path: "^questions/([^/]+)/", pathNot: tests },
      to: { path: "^questions/([^/]+)/", pathNot: "^questions/$1/" },
    },
    {
      name: "prisma-in-records",
      comment:
        "Who may see what is decided in one place: whoever could ask the database past records could ask past the viewer. " +
        "(Migrating is not asking: scripts/ may open a connection, never the client.)",
      severity: "error",
      from: { path: "^[^/]+/", pathNot: ["^records/", "^prisma/", "^node_modules/", "^(test|e2e|bench)/", tests] },
      to: { path: ["^prisma/client", "node_modules/@prisma/client"] },
    },
    {
      name: "database-in-records",
      comment: "A second door to the database would be one without a viewer.",
      severity: "error",
      from: {
        path: "^[^/]+/",
        pathNot: ["^records/", "^prisma/", "^node_modules/", "^(scripts|test|e2e|bench)/", tests],
      },
      to: { path: "node_modules/(@prisma/adapter-pg|pg|pg-pool|rate-limiter-flexible)/" },
    },
    {
      name: "no-react-in-facts",
      comment: "Facts are read by graders, compilers and scripts, none of which draws.",
      severity: "error",
      from: { path: inside("facts"), pathNot: tests },
      to: { path: "node_modules/(react|react-dom|next)/" },
    },
    {
      name: "no-react-in-assessment",
      comment: "Arithmetic on scores is replayed where there is no page to draw on.",
      severity: "error",
      from: { path: inside("assessment"), pathNot: tests },
      to: { path: "node_modules/(react|react-dom|next)/" },
    },
    {
      name: "no-react-in-grade",
      comment: "A grade is computed again without a page: on regrading, in a script, in ten years.",
      severity: "error",
      from: { path: "(^|/)(grade|read|arrange|schema)\\.ts$" },
      to: { path: "node_modules/(react|react-dom|next)/" },
    },
    {
      name: "sign-in-in-auth",
      comment: "next-auth is in maintenance: it stands behind one room so that it can be exchanged.",
      severity: "error",
      from: { path: "^[^/]+/", pathNot: ["^auth/", "^node_modules/", tests] },
      to: { path: "node_modules/next-auth/" },
    },
    {
      name: "registry-on-the-server",
      comment: "The registry knows how to grade: a player that reached it would carry keys' readers to the browser.",
      severity: "error",
      from: { path: "(^questions/players\\.tsx|/player\\.tsx)$" },
      to: {
        path: "(^questions/index\\.ts|/grade\\.ts|/author\\.ts|/samples\\.ts)$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-schema-in-players",
      comment:
        "A schema brings zod along, sixty kilobytes for checks that the server makes anyway: take its types only.",
      severity: "error",
      from: { path: "(^|/)player\\.tsx$" },
      to: { path: "(/schema\\.ts$|node_modules/zod/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: { path: inside(...rooms) },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "declared-packages",
      comment: "A package that package.json does not name is there by chance, and gone with the next install.",
      severity: "error",
      from: { path: inside(...rooms) },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolvable",
      comment: "An import that arrives nowhere escapes every wall.",
      severity: "error",
      from: { path: inside(...rooms) },
      to: { couldNotResolve: true, pathNot: "\\.css$" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/client"] },
    exclude: { path: ["(^|/)\\.next", "^\\.annals"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "node", "import", "require", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
    },
  },
};
