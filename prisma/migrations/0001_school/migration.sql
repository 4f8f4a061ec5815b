-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('learner', 'teacher', 'administrator');

-- CreateTable
CREATE TABLE "School" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "School_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseQuiz" (
    "releaseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "quizVersionId" UUID NOT NULL,

    CONSTRAINT "ReleaseQuiz_pkey" PRIMARY KEY ("releaseId","position")
);

-- CreateTable
CREATE TABLE "QuizVersion" (
    "id" UUID NOT NULL,
    "quizId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuizVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizVersionItem" (
    "quizVersionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "QuizVersionItem_pkey" PRIMARY KEY ("quizVersionId","position")
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ItemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "userNameFolded" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "schoolId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("schoolId","provider","subject")
);

-- CreateTable
CREATE TABLE "Session" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedById" UUID,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Class" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "joinCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Class_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "ClassTeacher" (
    "schoolId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "ClassTeacher_pkey" PRIMARY KEY ("schoolId","classId","personId")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "schoolId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("schoolId","classId","personId")
);

-- CreateTable
CREATE TABLE "LessonRead" (
    "schoolId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonRead_pkey" PRIMARY KEY ("schoolId","personId","courseId","lessonId")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "schoolId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "quizId" TEXT NOT NULL,
    "quizVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "points" DOUBLE PRECISION,
    "maxPoints" DOUBLE PRECISION,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("schoolId","id")
);

-- CreateTable
CREATE TABLE "Response" (
    "schoolId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "savedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "fraction" DOUBLE PRECISION,
    "points" DOUBLE PRECISION,
    "receipt" JSONB,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("schoolId","attemptId","position")
);

-- CreateTable
CREATE TABLE "Revision" (
    "schoolId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fields" JSONB,
    "flagged" BOOLEAN,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("schoolId","attemptId","id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "School_host_key" ON "School"("host");

-- CreateIndex
CREATE INDEX "Release_courseId_publishedAt_idx" ON "Release"("courseId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Release_courseId_hash_key" ON "Release"("courseId", "hash");

-- CreateIndex
CREATE INDEX "ReleaseQuiz_quizVersionId_idx" ON "ReleaseQuiz"("quizVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizVersion_quizId_hash_key" ON "QuizVersion"("quizId", "hash");

-- CreateIndex
CREATE INDEX "QuizVersionItem_itemVersionId_idx" ON "QuizVersionItem"("itemVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemVersion_itemId_version_key" ON "ItemVersion"("itemId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ItemVersion_itemId_hash_key" ON "ItemVersion"("itemId", "hash");

-- CreateIndex
CREATE INDEX "Person_schoolId_role_displayName_idx" ON "Person"("schoolId", "role", "displayName");

-- CreateIndex
CREATE UNIQUE INDEX "Person_schoolId_userNameFolded_key" ON "Person"("schoolId", "userNameFolded");

-- CreateIndex
CREATE INDEX "Identity_schoolId_personId_idx" ON "Identity"("schoolId", "personId");

-- CreateIndex
CREATE INDEX "Session_schoolId_personId_idx" ON "Session"("schoolId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_schoolId_tokenHash_key" ON "Invitation"("schoolId", "tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Class_schoolId_joinCode_key" ON "Class"("schoolId", "joinCode");

-- CreateIndex
CREATE INDEX "ClassTeacher_schoolId_personId_idx" ON "ClassTeacher"("schoolId", "personId");

-- CreateIndex
CREATE INDEX "Enrolment_schoolId_personId_idx" ON "Enrolment"("schoolId", "personId");

-- CreateIndex
CREATE INDEX "Attempt_quizVersionId_idx" ON "Attempt"("quizVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_schoolId_personId_quizId_number_key" ON "Attempt"("schoolId", "personId", "quizId", "number");

-- CreateIndex
CREATE INDEX "Throttle_expire_idx" ON "Throttle"("expire");

-- AddForeignKey
ALTER TABLE "ReleaseQuiz" ADD CONSTRAINT "ReleaseQuiz_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseQuiz" ADD CONSTRAINT "ReleaseQuiz_quizVersionId_fkey" FOREIGN KEY ("quizVersionId") REFERENCES "QuizVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizVersionItem" ADD CONSTRAINT "QuizVersionItem_quizVersionId_fkey" FOREIGN KEY ("quizVersionId") REFERENCES "QuizVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizVersionItem" ADD CONSTRAINT "QuizVersionItem_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "ItemVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Class" ADD CONSTRAINT "Class_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassTeacher" ADD CONSTRAINT "ClassTeacher_schoolId_classId_fkey" FOREIGN KEY ("schoolId", "classId") REFERENCES "Class"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassTeacher" ADD CONSTRAINT "ClassTeacher_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_schoolId_classId_fkey" FOREIGN KEY ("schoolId", "classId") REFERENCES "Class"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonRead" ADD CONSTRAINT "LessonRead_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_schoolId_personId_fkey" FOREIGN KEY ("schoolId", "personId") REFERENCES "Person"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizVersionId_fkey" FOREIGN KEY ("quizVersionId") REFERENCES "QuizVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_schoolId_attemptId_fkey" FOREIGN KEY ("schoolId", "attemptId") REFERENCES "Attempt"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_schoolId_attemptId_fkey" FOREIGN KEY ("schoolId", "attemptId") REFERENCES "Attempt"("schoolId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

-- A learner has at most one open attempt at a quiz.
CREATE UNIQUE INDEX "Attempt_open_key" ON "Attempt" ("schoolId", "personId", "quizId") WHERE "submittedAt" IS NULL;

-- An attempt has its points exactly when it is submitted.
ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "Attempt_points_check" CHECK (
    CASE WHEN "submittedAt" IS NULL THEN "points" IS NULL AND "maxPoints" IS NULL
         ELSE "points" IS NOT NULL AND "maxPoints" IS NOT NULL AND "points" >= 0 AND "points" <= "maxPoints" + 1e-9
    END
  );

-- A grade is whole or absent. Only what was scored has a fraction.
ALTER TABLE "Response"
  ADD CONSTRAINT "Response_position_check" CHECK ("position" >= 1),
  ADD CONSTRAINT "Response_fields_check" CHECK (jsonb_typeof("fields") = 'object'),
  ADD CONSTRAINT "Response_outcome_check" CHECK ("outcome" IN ('blank', 'malformed', 'scored')),
  ADD CONSTRAINT "Response_fraction_check" CHECK ("fraction" >= 0 AND "fraction" <= 1),
  ADD CONSTRAINT "Response_grade_check" CHECK (
    CASE WHEN "outcome" IS NULL THEN "fraction" IS NULL AND "points" IS NULL AND "receipt" IS NULL
         WHEN "outcome" = 'scored' THEN "fraction" IS NOT NULL AND "points" IS NOT NULL AND "receipt" IS NOT NULL
         ELSE "points" IS NOT NULL AND "points" = 0
    END
  );

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_position_check" CHECK ("position" >= 1),
  ADD CONSTRAINT "Revision_fields_check" CHECK (jsonb_typeof("fields") = 'object');

ALTER TABLE "QuizVersionItem"
  ADD CONSTRAINT "QuizVersionItem_position_check" CHECK ("position" >= 1),
  ADD CONSTRAINT "QuizVersionItem_points_check" CHECK ("points" >= 1);

ALTER TABLE "ReleaseQuiz"
  ADD CONSTRAINT "ReleaseQuiz_position_check" CHECK ("position" >= 1);

ALTER TABLE "ItemVersion"
  ADD CONSTRAINT "ItemVersion_version_check" CHECK ("version" >= 1);

-- Passwords are kept as argon2id or not at all. Names are never empty.
ALTER TABLE "Person"
  ADD CONSTRAINT "Person_passwordHash_check" CHECK ("passwordHash" LIKE '$argon2id$%'),
  ADD CONSTRAINT "Person_userName_check" CHECK (btrim("userName") <> '' AND "userNameFolded" <> ''),
  ADD CONSTRAINT "Person_displayName_check" CHECK (btrim("displayName") <> '');

ALTER TABLE "Class"
  ADD CONSTRAINT "Class_name_check" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "Class_joinCode_check" CHECK ("joinCode" <> '');

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_used_check" CHECK ("usedById" IS NULL OR "usedAt" IS NOT NULL);
