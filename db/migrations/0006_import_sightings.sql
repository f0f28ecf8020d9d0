CREATE TABLE "import_sightings" (
	"household_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"seen" uuid[] NOT NULL,
	CONSTRAINT "import_sightings_pk" PRIMARY KEY("household_id","import_id","account_id","part")
);
--> statement-breakpoint
ALTER TABLE "import_sightings" ADD CONSTRAINT "import_sightings_import_fk" FOREIGN KEY ("household_id","import_id") REFERENCES "public"."imports"("household_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
alter table import_sightings enable row level security;
--> statement-breakpoint
alter table import_sightings force row level security;
--> statement-breakpoint
create policy import_sightings_operator on import_sightings to minh_operator using (true) with check (true);
--> statement-breakpoint
create policy import_sightings_household on import_sightings to minh_app
  using (household_id = (select current_household())) with check (household_id = (select current_household()));
--> statement-breakpoint
grant select, insert, update, delete on import_sightings to minh_app, minh_operator;
