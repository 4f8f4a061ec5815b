-- AlterTable
ALTER TABLE "QuizVersion" ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '{"certainty": false, "tries": 1, "penalty": 0, "bands": []}';

-- AlterTable
ALTER TABLE "QuizVersionItem" DROP CONSTRAINT "QuizVersionItem_pkey",
ADD COLUMN     "variant" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "QuizVersionItem_pkey" PRIMARY KEY ("quizVersionId", "position", "variant");

-- AlterTable
ALTER TABLE "ItemVersion" ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '{"hints": []}';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "practice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '{"certainty": false, "tries": 1, "penalty": 0}';

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "certainty" TEXT,
ADD COLUMN     "closed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hintsTaken" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "itemVersionId" UUID,
ADD COLUMN     "mark" JSONB,
ADD COLUMN     "page" UUID,
ADD COLUMN     "triesUsed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "turn" INTEGER;

-- By hand: a position had one question until now, so that is what every response answers. An attempt that is open gets
-- the rows that it lacks; a submitted one has them all.
UPDATE "Response" r
SET "itemVersionId" = qi."itemVersionId"
FROM "Attempt" a, "QuizVersionItem" qi
WHERE a."schoolId" = r."schoolId" AND a."id" = r."attemptId"
  AND qi."quizVersionId" = a."quizVersionId" AND qi."position" = r."position";

INSERT INTO "Response" ("schoolId", "attemptId", "position", "itemVersionId")
SELECT a."schoolId", a."id", qi."position", qi."itemVersionId"
FROM "Attempt" a
JOIN "QuizVersionItem" qi ON qi."quizVersionId" = a."quizVersionId"
WHERE a."submittedAt" IS NULL
ON CONFLICT DO NOTHING;

ALTER TABLE "Response" ALTER COLUMN "itemVersionId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "certainty" TEXT,
ADD COLUMN     "page" UUID,
ADD COLUMN     "turn" INTEGER;

-- CreateTable
CREATE TABLE "Try" (
    "schoolId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "certainty" TEXT,
    "fraction" DOUBLE PRECISION NOT NULL,
    "receipt" JSONB NOT NULL,
    "feedback" JSONB NOT NULL,
    "triedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Try_pkey" PRIMARY KEY ("schoolId","attemptId","position","number")
);

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "ItemVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Try" ADD CONSTRAINT "Try_schoolId_attemptId_position_fkey" FOREIGN KEY ("schoolId", "attemptId", "position") REFERENCES "Response"("schoolId", "attemptId", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

ALTER TABLE "QuizVersionItem"
  ADD CONSTRAINT "QuizVersionItem_variant_check" CHECK ("variant" >= 1);

ALTER TABLE "QuizVersion"
  ADD CONSTRAINT "QuizVersion_rules_check" CHECK (
    jsonb_typeof("rules") = 'object' AND ("rules"->>'tries')::int BETWEEN 1 AND 5
    AND ("rules"->>'penalty')::float8 BETWEEN 0 AND 1
  );

ALTER TABLE "ItemVersion"
  ADD CONSTRAINT "ItemVersion_rules_check" CHECK (jsonb_typeof("rules"->'hints') = 'array');

-- An attempt has its points exactly when it is submitted. Certainty alone takes them below 0, to twice what could be won.
ALTER TABLE "Attempt"
  DROP CONSTRAINT "Attempt_points_check",
  ADD CONSTRAINT "Attempt_points_check" CHECK (
    CASE WHEN "submittedAt" IS NULL THEN "points" IS NULL AND "maxPoints" IS NULL
         ELSE "points" IS NOT NULL AND "maxPoints" IS NOT NULL AND "points" <= "maxPoints" + 1e-9
           AND "points" >= (CASE WHEN ("rules"->>'certainty')::boolean THEN -2 * "maxPoints" ELSE 0 END) - 1e-9
    END
  ),
  ADD CONSTRAINT "Attempt_rules_check" CHECK (
    jsonb_typeof("rules") = 'object' AND ("rules"->>'tries')::int BETWEEN 1 AND 5
    AND ("rules"->>'penalty')::float8 BETWEEN 0 AND 1 AND ("rules"->>'certainty') IN ('true', 'false')
  );

ALTER TABLE "Response"
  ADD CONSTRAINT "Response_certainty_check" CHECK ("certainty" IN ('low', 'middle', 'high')),
  ADD CONSTRAINT "Response_used_check" CHECK ("hintsTaken" >= 0 AND "triesUsed" >= 0),
  ADD CONSTRAINT "Response_turn_check" CHECK (("page" IS NULL) = ("turn" IS NULL));

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_certainty_check" CHECK ("certainty" IN ('low', 'middle', 'high')),
  ADD CONSTRAINT "Revision_turn_check" CHECK (("page" IS NULL) = ("turn" IS NULL));

ALTER TABLE "Try"
  ADD CONSTRAINT "Try_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "Try_fields_check" CHECK (jsonb_typeof("fields") = 'object'),
  ADD CONSTRAINT "Try_certainty_check" CHECK ("certainty" IN ('low', 'middle', 'high')),
  ADD CONSTRAINT "Try_fraction_check" CHECK ("fraction" >= 0 AND "fraction" <= 1);
