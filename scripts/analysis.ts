/**
 * npm run -s analysis -- FILE    prints item and test statistics of a quiz as JSON, unrounded: null where there is no
 *                                value. `-` reads standard input. What FILE may be: docs/analysis.md. Needs no build,
 *                                no database and no generated client. 2 when FILE could not be read.
 */
import { readFileSync } from "node:fs";
import { analyse, type Measure } from "@/assessment/analysis";
import { readResponses } from "./analysis-input";

process.exitCode = main(process.argv.slice(2));

function main(files: string[]): number {
  const [file] = files;
  if (files.length !== 1 || file === undefined) return refuse(["Say which file: npm run -s analysis -- FILE"]);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    return refuse([`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const read = readResponses(bytes);
  if ("problems" in read) return refuse(read.problems);
  const { test, questions } = analyse(read.questions);
  const bare = (measure: Measure) => measure.value;
  const said = {
    test: {
      attempts: test.attempts,
      mean: bare(test.mean),
      median: bare(test.median),
      sd: bare(test.sd),
      skewness: bare(test.skewness),
      kurtosis: bare(test.kurtosis),
      cic: bare(test.cic),
      errorRatio: bare(test.errorRatio),
      standardError: bare(test.standardError),
    },
    questions: questions.map((each) => ({
      question: each.question,
      facility: bare(each.facility),
      sd: bare(each.sd),
      discriminationIndex: bare(each.discriminationIndex),
      discriminativeEfficiency: bare(each.discriminativeEfficiency),
      intendedWeight: bare(each.intendedWeight),
      effectiveWeight: bare(each.effectiveWeight),
      randomGuess: bare(each.randomGuess),
    })),
  };
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  return 0;
}

/** Whoever reads the output as JSON gets JSON; whoever reads the terminal, sentences. */
function refuse(problems: string[]): number {
  process.stdout.write(`${JSON.stringify({ error: problems.join(" ") }, null, 2)}\n`);
  for (const problem of problems) console.error(problem);
  return 2;
}
