CREATE TABLE "records" (
  "id" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "data" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "records_pkey" PRIMARY KEY ("id")
);
