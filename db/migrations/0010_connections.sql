CREATE TABLE "connection_accounts" (
	"household_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider_account_id" text NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"institution" text,
	"type" text NOT NULL,
	"currency" char(3) NOT NULL,
	"last4" text,
	"included" boolean DEFAULT true NOT NULL,
	"balance_minor" bigint,
	"balance_as_of" date,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_accounts_pk" PRIMARY KEY("household_id","connection_id","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"item_key" text,
	"institution_id" text,
	"institution_name" text NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"state_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stale_since" timestamp (3) with time zone,
	"consent_expires_at" timestamp (3) with time zone,
	"secret" "bytea",
	"secret_key" "bytea",
	"secret_key_id" text,
	"cursor" text,
	"lease_holder" text,
	"lease_expires_at" timestamp (3) with time zone,
	"next_sync_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"backoff_until" timestamp (3) with time zone,
	"request_day" date,
	"requests_today" integer DEFAULT 0 NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"removals_allowed_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"disconnected_at" timestamp (3) with time zone,
	CONSTRAINT "connections_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"data" text[] NOT NULL,
	"purposes" text[] NOT NULL,
	"text_version" integer NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "consents_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "link_attempts" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"institution_id" text,
	"connection_id" uuid,
	"consent" jsonb NOT NULL,
	"state_hash" text NOT NULL,
	"secret" "bytea",
	"secret_key" "bytea",
	"secret_key_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_attempts_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "provider_settings" (
	"provider" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"secret" "bytea",
	"secret_key" "bytea",
	"secret_key_id" text,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_settings_pk" PRIMARY KEY("provider")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"status" text NOT NULL,
	"phase" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"rows_seen" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"modified" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sync_runs_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_inbox" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"item_key" text,
	"kind" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_inbox_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "egress_ledger" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"host" text NOT NULL,
	"purpose" text NOT NULL,
	"method" text NOT NULL,
	"fields" text[] NOT NULL,
	"bytes_out" integer DEFAULT 0 NOT NULL,
	"bytes_in" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"outcome" text NOT NULL,
	"connection_id" uuid,
	"consent_id" uuid,
	CONSTRAINT "egress_ledger_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "instance_settings" (
	"id" integer NOT NULL,
	"no_third_parties" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instance_settings_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "privacy_settings" (
	"household_id" uuid NOT NULL,
	"no_third_parties" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "privacy_settings_pk" PRIMARY KEY("household_id")
);
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connection_accounts" ADD CONSTRAINT "connection_accounts_connection_fk" FOREIGN KEY ("household_id","connection_id") REFERENCES "public"."connections"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_accounts" ADD CONSTRAINT "connection_accounts_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_connection_fk" FOREIGN KEY ("household_id","connection_id") REFERENCES "public"."connections"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_attempts" ADD CONSTRAINT "link_attempts_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_connection_fk" FOREIGN KEY ("household_id","connection_id") REFERENCES "public"."connections"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_settings" ADD CONSTRAINT "privacy_settings_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_accounts_account_idx" ON "connection_accounts" USING btree ("household_id","account_id");--> statement-breakpoint
CREATE INDEX "connections_item_idx" ON "connections" USING btree ("provider","item_key") WHERE "connections"."item_key" is not null;--> statement-breakpoint
CREATE INDEX "connections_due_idx" ON "connections" USING btree ("next_sync_at") WHERE "connections"."next_sync_at" is not null;--> statement-breakpoint
CREATE INDEX "consents_connection_idx" ON "consents" USING btree ("household_id","connection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_attempts_state_key" ON "link_attempts" USING btree ("household_id","state_hash");--> statement-breakpoint
CREATE INDEX "sync_runs_connection_idx" ON "sync_runs" USING btree ("household_id","connection_id","started_at");--> statement-breakpoint
CREATE INDEX "webhook_inbox_received_idx" ON "webhook_inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "egress_ledger_at_idx" ON "egress_ledger" USING btree ("household_id","at");
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array[
    'connections', 'connection_accounts', 'link_attempts', 'consents', 'sync_runs', 'webhook_inbox', 'provider_settings',
    'egress_ledger', 'privacy_settings', 'instance_settings'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to minh_operator using (true) with check (true)', name || '_operator', name);
    execute format('grant select, insert, update, delete on %I to minh_operator', name);
  end loop;

  foreach name in array array[
    'connections', 'connection_accounts', 'link_attempts', 'consents', 'sync_runs', 'egress_ledger', 'privacy_settings'
  ] loop
    execute format(
      'create policy %I on %I to minh_app using (household_id = (select current_household())) with check (household_id = (select current_household()))',
      name || '_household', name);
    execute format('grant select, insert, update, delete on %I to minh_app', name);
  end loop;
end
$$;
--> statement-breakpoint
insert into instance_settings (id) values (1);
--> statement-breakpoint
-- The ledger is only added to; what is not known before a request is its end.
revoke update, delete on egress_ledger from minh_app;
--> statement-breakpoint
grant update (ended_at, bytes_in, bytes_out, status, outcome) on egress_ledger to minh_app;
--> statement-breakpoint
-- A consent can be withdrawn and not rewritten.
revoke update, delete on consents from minh_app;
--> statement-breakpoint
grant update (revoked_at) on consents to minh_app;
--> statement-breakpoint
-- Whether the instance lets anything out is for every household to know and for the operator to say.
create function instance_lets_nothing_out() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select no_third_parties from instance_settings where id = 1), false)
$$;
--> statement-breakpoint
revoke execute on function instance_lets_nothing_out() from public;
--> statement-breakpoint
grant execute on function instance_lets_nothing_out() to minh_app, minh_operator;
