CREATE TABLE "import_reviews" (
	"household_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"transaction_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"fingerprint" uuid NOT NULL,
	"line" integer NOT NULL,
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "import_reviews_pk" PRIMARY KEY("household_id","import_id","transaction_id")
);
--> statement-breakpoint
CREATE TABLE "statement_file_chunks" (
	"household_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "statement_file_chunks_pk" PRIMARY KEY("household_id","file_id","part")
);
--> statement-breakpoint
CREATE TABLE "statement_files" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"chunks" integer NOT NULL,
	"wrapped_key" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_files_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "statement_periods" (
	"household_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"stated" boolean NOT NULL,
	"opening_minor" bigint,
	"closing_minor" bigint,
	CONSTRAINT "statement_periods_pk" PRIMARY KEY("household_id","import_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "import_reviews" ADD CONSTRAINT "import_reviews_import_fk" FOREIGN KEY ("household_id","import_id") REFERENCES "public"."imports"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reviews" ADD CONSTRAINT "import_reviews_transaction_fk" FOREIGN KEY ("household_id","transaction_id") REFERENCES "public"."transactions"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_file_chunks" ADD CONSTRAINT "statement_file_chunks_file_fk" FOREIGN KEY ("household_id","file_id") REFERENCES "public"."statement_files"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_files" ADD CONSTRAINT "statement_files_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_periods" ADD CONSTRAINT "statement_periods_import_fk" FOREIGN KEY ("household_id","import_id") REFERENCES "public"."imports"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_periods" ADD CONSTRAINT "statement_periods_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_reviews_transaction_idx" ON "import_reviews" USING btree ("household_id","transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_files_hash_key" ON "statement_files" USING btree ("household_id","sha256");--> statement-breakpoint
CREATE INDEX "statement_periods_account_idx" ON "statement_periods" USING btree ("household_id","account_id","first_day");
--> statement-breakpoint
alter table statement_files enable row level security;
--> statement-breakpoint
alter table statement_files force row level security;
--> statement-breakpoint
create policy statement_files_operator on statement_files to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy statement_files_household on statement_files to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on statement_files to minh_app, minh_operator;
--> statement-breakpoint
alter table statement_file_chunks enable row level security;
--> statement-breakpoint
alter table statement_file_chunks force row level security;
--> statement-breakpoint
create policy statement_file_chunks_operator on statement_file_chunks to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy statement_file_chunks_household on statement_file_chunks to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on statement_file_chunks to minh_app, minh_operator;
--> statement-breakpoint
alter table statement_periods enable row level security;
--> statement-breakpoint
alter table statement_periods force row level security;
--> statement-breakpoint
create policy statement_periods_operator on statement_periods to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy statement_periods_household on statement_periods to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on statement_periods to minh_app, minh_operator;
--> statement-breakpoint
alter table import_reviews enable row level security;
--> statement-breakpoint
alter table import_reviews force row level security;
--> statement-breakpoint
create policy import_reviews_operator on import_reviews to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy import_reviews_household on import_reviews to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on import_reviews to minh_app, minh_operator;
--> statement-breakpoint
alter table statement_file_chunks alter column bytes set storage external;
