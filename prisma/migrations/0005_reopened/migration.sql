-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "handedInAt" TIMESTAMPTZ(3);
