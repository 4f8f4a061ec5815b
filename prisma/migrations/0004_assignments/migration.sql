-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "timeFactor" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "gradebook" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "timeZone" TEXT;

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rosterKey" TEXT;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "acceptedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "assignmentId" UUID,
ADD COLUMN     "deduction" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "lateBy" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ClassGroup" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ClassGroup_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "ClassGroupMember" (
    "schoolId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "ClassGroupMember_pkey" PRIMARY KEY ("schoolId","groupId","personId")
);

-- CreateTable
CREATE TABLE "Category" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DOUBLE PRECISION,
    "dropLowest" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "groupId" UUID,
    "courseId" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "withLesson" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "timeLimit" INTEGER,
    "grace" INTEGER NOT NULL DEFAULT 60,
    "late" JSONB NOT NULL,
    "attempts" INTEGER,
    "counts" TEXT NOT NULL DEFAULT 'best',
    "show" JSONB NOT NULL,
    "shuffle" BOOLEAN NOT NULL DEFAULT false,
    "onePage" BOOLEAN NOT NULL DEFAULT false,
    "certainty" BOOLEAN,
    "passwordHash" TEXT,
    "categoryId" UUID,
    "weight" DOUBLE PRECISION,
    "position" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "AssignmentException" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personId" UUID,
    "groupId" UUID,
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "timeLimit" INTEGER,
    "attempts" INTEGER,
    "lifted" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssignmentException_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personId" UUID,
    "attemptId" UUID,
    "itemId" TEXT,
    "what" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "comment" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassGroup_schoolId_classId_name_key" ON "ClassGroup"("schoolId", "classId", "name");

-- CreateIndex
CREATE INDEX "ClassGroupMember_schoolId_classId_personId_idx" ON "ClassGroupMember"("schoolId", "classId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Category_schoolId_classId_name_key" ON "Category"("schoolId", "classId", "name");

-- CreateIndex
CREATE INDEX "Assignment_schoolId_classId_position_idx" ON "Assignment"("schoolId", "classId", "position");

-- CreateIndex
CREATE INDEX "Assignment_schoolId_quizId_idx" ON "Assignment"("schoolId", "quizId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignmentException_schoolId_assignmentId_personId_key" ON "AssignmentException"("schoolId", "assignmentId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignmentException_schoolId_assignmentId_groupId_key" ON "AssignmentException"("schoolId", "assignmentId", "groupId");

-- CreateIndex
CREATE INDEX "Decision_schoolId_assignmentId_personId_idx" ON "Decision"("schoolId", "assignmentId", "personId");

-- CreateIndex
CREATE INDEX "Decision_schoolId_attemptId_idx" ON "Decision"("schoolId", "attemptId");

-- CreateIndex
CREATE INDEX "Attempt_schoolId_assignmentId_personId_idx" ON "Attempt"("schoolId", "assignmentId", "personId");

-- AddForeignKey
ALTER TABLE "ClassGroup" ADD CONSTRAINT "ClassGroup_schoolId_classId_fkey" FOREIGN KEY ("schoolId", "classId") REFERENCES "Class"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassGroupMember" ADD CONSTRAINT "ClassGroupMember_schoolId_groupId_fkey" FOREIGN KEY ("schoolId", "groupId") REFERENCES "ClassGroup"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassGroupMember" ADD CONSTRAINT "ClassGroupMember_schoolId_classId_personId_fkey" FOREIGN KEY ("schoolId", "classId", "personId") REFERENCES "Enrolment"("schoolId", "classId", "personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_schoolId_classId_fkey" FOREIGN KEY ("schoolId", "classId") REFERENCES "Class"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_schoolId_classId_fkey" FOREIGN KEY ("schoolId", "classId") REFERENCES "Class"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_schoolId_groupId_fkey" FOREIGN KEY ("schoolId", "groupId") REFERENCES "ClassGroup"("schoolId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_schoolId_categoryId_fkey" FOREIGN KEY ("schoolId", "categoryId") REFERENCES "Category"("schoolId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentException" ADD CONSTRAINT "AssignmentException_schoolId_assignmentId_fkey" FOREIGN KEY ("schoolId", "assignmentId") REFERENCES "Assignment"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentException" ADD CONSTRAINT "AssignmentException_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentException" ADD CONSTRAINT "AssignmentException_schoolId_groupId_fkey" FOREIGN KEY ("schoolId", "groupId") REFERENCES "ClassGroup"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_schoolId_assignmentId_fkey" FOREIGN KEY ("schoolId", "assignmentId") REFERENCES "Assignment"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_schoolId_assignmentId_fkey" FOREIGN KEY ("schoolId", "assignmentId") REFERENCES "Assignment"("schoolId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "QuizVersion" ADD COLUMN     "schoolId" UUID;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "practice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quizVersionId" UUID;

-- CreateTable
CREATE TABLE "MarkingChange" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "response" JSONB,
    "part" TEXT,
    "itemVersionId" UUID,
    "assignmentId" UUID,
    "ownerId" UUID,
    "neverLower" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "appealId" UUID,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "MarkingChange_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "ScoreChange" (
    "schoolId" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "undo" BOOLEAN NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "before" DOUBLE PRECISION NOT NULL,
    "after" DOUBLE PRECISION NOT NULL,
    "maxBefore" DOUBLE PRECISION NOT NULL,
    "maxAfter" DOUBLE PRECISION NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScoreChange_pkey" PRIMARY KEY ("schoolId","changeId","undo","attemptId","position")
);

-- CreateTable
CREATE TABLE "ProposalPassed" (
    "schoolId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "passedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProposalPassed_pkey" PRIMARY KEY ("schoolId","personId","itemVersionId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateIndex
CREATE INDEX "MarkingChange_schoolId_itemId_idx" ON "MarkingChange"("schoolId", "itemId");

-- CreateIndex
CREATE INDEX "MarkingChange_schoolId_madeAt_idx" ON "MarkingChange"("schoolId", "madeAt");

-- CreateIndex
CREATE INDEX "ScoreChange_schoolId_attemptId_idx" ON "ScoreChange"("schoolId", "attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_schoolId_attemptId_position_key" ON "Appeal"("schoolId", "attemptId", "position");

-- CreateIndex
CREATE INDEX "Enrolment_schoolId_rosterKey_idx" ON "Enrolment"("schoolId", "rosterKey");

-- CreateIndex
CREATE INDEX "Response_schoolId_itemVersionId_idx" ON "Response"("schoolId", "itemVersionId");

-- AddForeignKey
ALTER TABLE "MarkingChange" ADD CONSTRAINT "MarkingChange_schoolId_assignmentId_fkey" FOREIGN KEY ("schoolId", "assignmentId") REFERENCES "Assignment"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreChange" ADD CONSTRAINT "ScoreChange_schoolId_changeId_fkey" FOREIGN KEY ("schoolId", "changeId") REFERENCES "MarkingChange"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreChange" ADD CONSTRAINT "ScoreChange_schoolId_attemptId_fkey" FOREIGN KEY ("schoolId", "attemptId") REFERENCES "Attempt"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalPassed" ADD CONSTRAINT "ProposalPassed_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_schoolId_attemptId_fkey" FOREIGN KEY ("schoolId", "attemptId") REFERENCES "Attempt"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

-- At most one open attempt at a quiz for each assignment, and one that is the learner's own.
DROP INDEX "Attempt_open_key";
CREATE UNIQUE INDEX "Attempt_open_key"
  ON "Attempt" ("schoolId", "personId", "quizId", coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'))
  WHERE "submittedAt" IS NULL;

-- Whose time runs out, for the sweep that hands in.
CREATE INDEX "Attempt_ends_key" ON "Attempt" ("acceptedUntil")
  WHERE "submittedAt" IS NULL AND "acceptedUntil" IS NOT NULL;

ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_ends_check" CHECK (
    ("endsAt" IS NULL) = ("acceptedUntil" IS NULL) AND "endsAt" <= "acceptedUntil"
  ),
  ADD CONSTRAINT "Attempt_late_check" CHECK ("lateBy" >= 0 AND "deduction" BETWEEN 0 AND 1);

ALTER TABLE "Person" ADD CONSTRAINT "Person_timeFactor_check" CHECK ("timeFactor" BETWEEN 1 AND 10);

ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_counts_check" CHECK ("counts" IN ('best', 'last', 'first', 'mean')),
  ADD CONSTRAINT "Assignment_times_check" CHECK (
    "timeLimit" > 0 AND "grace" >= 0 AND "attempts" > 0
    AND ("opensAt" IS NULL OR "closesAt" IS NULL OR "opensAt" < "closesAt")
  );

ALTER TABLE "AssignmentException"
  ADD CONSTRAINT "AssignmentException_who_check" CHECK (("personId" IS NULL) <> ("groupId" IS NULL));

ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_what_check" CHECK (
    "what" IN ('score', 'question', 'excuse', 'void', 'reopen', 'add', 'extend', 'end', 'comment')
  ),
  ADD CONSTRAINT "Decision_undone_check" CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));

ALTER TABLE "MarkingChange"
  ADD CONSTRAINT "MarkingChange_what_check" CHECK ("what" IN ('accept', 'replace', 'version', 'full', 'drop')),
  ADD CONSTRAINT "MarkingChange_holds_check" CHECK (
    ("response" IS NOT NULL) = ("what" IN ('accept', 'replace')) AND ("itemVersionId" IS NOT NULL) = ("what" = 'version')
  ),
  ADD CONSTRAINT "MarkingChange_undone_check" CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));

ALTER TABLE "Appeal"
  ADD CONSTRAINT "Appeal_state_check" CHECK (
    "state" IN ('open', 'accepted', 'declined', 'withdrawn') AND ("answeredAt" IS NULL) = ("answeredById" IS NULL)
  );
