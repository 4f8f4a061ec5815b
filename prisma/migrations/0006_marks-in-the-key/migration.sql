-- By hand: what statistics over all responses of a class read stands in the primary key's index, so that the rows, which
-- are long, need not be read. Prisma knows nothing of included columns.
ALTER TABLE "Try" DROP CONSTRAINT "Try_schoolId_attemptId_position_fkey";

ALTER TABLE "Response" DROP CONSTRAINT "Response_pkey",
ADD CONSTRAINT "Response_pkey" PRIMARY KEY ("schoolId", "attemptId", "position") INCLUDE ("itemVersionId", "points");

ALTER TABLE "Try" ADD CONSTRAINT "Try_schoolId_attemptId_position_fkey" FOREIGN KEY ("schoolId", "attemptId", "position")
REFERENCES "Response"("schoolId", "attemptId", "position") ON DELETE CASCADE ON UPDATE CASCADE;
