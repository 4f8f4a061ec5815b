-- AlterTable
ALTER TABLE "QuizVersion" ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'lesson';

-- AlterTable
ALTER TABLE "ItemVersion" ADD COLUMN     "difficulty" SMALLINT,
ADD COLUMN     "skill" TEXT;

-- By hand: what the schema language cannot say.

ALTER TABLE "QuizVersion"
  ADD CONSTRAINT "QuizVersion_scope_check" CHECK ("scope" IN ('lesson', 'part', 'course'));

ALTER TABLE "ItemVersion"
  ADD CONSTRAINT "ItemVersion_rating_check" CHECK (
    ("skill" IS NULL) = ("difficulty" IS NULL) AND "difficulty" BETWEEN 1 AND 3
  );
