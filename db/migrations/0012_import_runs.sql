CREATE TABLE "import_runs" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"import_id" uuid,
	"error" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "import_runs_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_runs_upload_idx" ON "import_runs" USING btree ("household_id","upload_id") WHERE state in ('queued', 'running', 'done');--> statement-breakpoint
CREATE INDEX "import_runs_open_idx" ON "import_runs" USING btree ("heard_at") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "import_runs_created_idx" ON "import_runs" USING btree ("household_id","created_at");
--> statement-breakpoint
alter table import_runs enable row level security;
--> statement-breakpoint
alter table import_runs force row level security;
--> statement-breakpoint
create policy import_runs_operator on import_runs to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy import_runs_household on import_runs to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on import_runs to minh_app, minh_operator;
