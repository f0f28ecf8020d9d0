CREATE TABLE "invites" (
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invites_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_creator_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invites_hash_key" ON "invites" USING btree ("token_hash");--> statement-breakpoint
alter table invites enable row level security;
--> statement-breakpoint
alter table invites force row level security;
--> statement-breakpoint
create policy invites_auth on invites to minh_auth using (true) with check (true);
--> statement-breakpoint
create policy invites_operator on invites to minh_operator using (true) with check (true);
--> statement-breakpoint
grant select, insert, update, delete on invites to minh_auth, minh_operator;
--> statement-breakpoint
-- What a person may change about themselves: never the address, the status or the role.
revoke update on users from minh_app;
--> statement-breakpoint
grant update (name, locale, preferences) on users to minh_app;
--> statement-breakpoint
revoke update on households from minh_app;
--> statement-breakpoint
grant update (name, currency, time_zone, month_start_day, weekend_rule) on households to minh_app;
