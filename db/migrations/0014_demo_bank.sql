CREATE TABLE "demo_logins" (
	"id" uuid NOT NULL,
	"holder_hash" text NOT NULL,
	"seed" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"time_zone" text NOT NULL,
	"opened_on" date NOT NULL,
	"accounts" text[] NOT NULL,
	"skips" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"broken" boolean DEFAULT false NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"token_hash" text,
	"token_expires_at" timestamp (3) with time zone,
	"access_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demo_logins_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "demo_logins_token_key" ON "demo_logins" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "demo_logins_holder_idx" ON "demo_logins" USING btree ("holder_hash");--> statement-breakpoint
alter table demo_logins enable row level security;
--> statement-breakpoint
alter table demo_logins force row level security;
--> statement-breakpoint
create policy demo_logins_operator on demo_logins to minh_operator using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on demo_logins to minh_operator;
