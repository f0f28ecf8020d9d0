CREATE TABLE "accounts" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"institution" text,
	"type" text NOT NULL,
	"currency" char(3) NOT NULL,
	"last4" text,
	"bank_id" text,
	"source_account_id" text,
	"source" text NOT NULL,
	"connection_id" uuid,
	"sharing" text DEFAULT 'private' NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"include_in_net_worth" boolean DEFAULT true NOT NULL,
	"credit_limit_minor" bigint,
	"balance_minor" bigint,
	"available_minor" bigint,
	"balance_as_of" date,
	"balance_source" text,
	"balance_updated_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"household_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"minor" bigint NOT NULL,
	"available_minor" bigint,
	"import_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "balances_pk" PRIMARY KEY("household_id","account_id","day","source")
);
--> statement-breakpoint
CREATE TABLE "alert_rules" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"email" boolean DEFAULT true NOT NULL,
	"muted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_rules_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"type" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"account_id" uuid,
	"occurred_on" date NOT NULL,
	"evidence" jsonb NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"import_id" uuid,
	"seen_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alerts_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"event" text NOT NULL,
	"detail" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_events_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"alert_id" uuid,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"key" text,
	"name" text,
	"kind" text NOT NULL,
	"color" smallint NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "categories_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"household_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"category_id" uuid,
	"corrections" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchants_pk" PRIMARY KEY("household_id","key")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"field" text NOT NULL,
	"operator" text NOT NULL,
	"value" text NOT NULL,
	"account_id" uuid,
	"min_minor" bigint,
	"max_minor" bigint,
	"category_id" uuid NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rules_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_changes" (
	"household_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	CONSTRAINT "import_changes_pk" PRIMARY KEY("household_id","import_id","subject_type","subject_id")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"account_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"file_size" integer NOT NULL,
	"format" text NOT NULL,
	"profile" text,
	"status" text NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "imports_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "rollup_days" (
	"household_id" uuid NOT NULL,
	"day" date NOT NULL,
	"account_id" uuid NOT NULL,
	"bucket" text NOT NULL,
	"count" integer NOT NULL,
	"minor" bigint NOT NULL,
	CONSTRAINT "rollup_days_pk" PRIMARY KEY("household_id","day","account_id","bucket")
);
--> statement-breakpoint
CREATE TABLE "rollup_merchants" (
	"household_id" uuid NOT NULL,
	"period" date NOT NULL,
	"account_id" uuid NOT NULL,
	"merchant_key" text NOT NULL,
	"bucket" text NOT NULL,
	"count" integer NOT NULL,
	"minor" bigint NOT NULL,
	CONSTRAINT "rollup_merchants_pk" PRIMARY KEY("household_id","period","account_id","merchant_key","bucket")
);
--> statement-breakpoint
CREATE TABLE "rollup_months" (
	"household_id" uuid NOT NULL,
	"period" date NOT NULL,
	"account_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"bucket" text NOT NULL,
	"count" integer NOT NULL,
	"minor" bigint NOT NULL,
	CONSTRAINT "rollup_months_pk" PRIMARY KEY("household_id","period","account_id","category_id","bucket")
);
--> statement-breakpoint
CREATE TABLE "rejected_transfers" (
	"household_id" uuid NOT NULL,
	"a" uuid NOT NULL,
	"b" uuid NOT NULL,
	CONSTRAINT "rejected_transfers_pk" PRIMARY KEY("household_id","a","b")
);
--> statement-breakpoint
CREATE TABLE "transaction_aliases" (
	"household_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"transaction_id" uuid NOT NULL,
	"import_id" uuid,
	CONSTRAINT "transaction_aliases_pk" PRIMARY KEY("household_id","account_id","source","key")
);
--> statement-breakpoint
CREATE TABLE "transaction_splits" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"minor" bigint NOT NULL,
	"category_id" uuid,
	"note" text,
	CONSTRAINT "transaction_splits_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"date" date NOT NULL,
	"transaction_date" date,
	"minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"payee" text NOT NULL,
	"merchant_key" text NOT NULL,
	"raw_description" text NOT NULL,
	"memo" text,
	"check_number" text,
	"status" text NOT NULL,
	"kind" text DEFAULT 'standard' NOT NULL,
	"category_id" uuid,
	"category_source" text,
	"category_confidence" smallint,
	"excluded" boolean DEFAULT false NOT NULL,
	"is_split" boolean DEFAULT false NOT NULL,
	"note" text,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"source" text NOT NULL,
	"external_id" text,
	"fingerprint" uuid NOT NULL,
	"import_id" uuid,
	"transfer_id" uuid,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transactions_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"household_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_tokens_pk" PRIMARY KEY("household_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_events" (
	"id" uuid NOT NULL,
	"user_id" uuid,
	"event" text NOT NULL,
	"ip_prefix" text,
	"user_agent" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_events_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"currency" char(3) NOT NULL,
	"time_zone" text NOT NULL,
	"month_start_day" smallint DEFAULT 1 NOT NULL,
	"weekend_rule" text DEFAULT 'none' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "households_pk" PRIMARY KEY("id"),
	CONSTRAINT "households_month_start_day_check" CHECK ("households"."month_start_day" between 1 and 28)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"household_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("household_id","user_id","key")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"household_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("household_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "passwords" (
	"user_id" uuid NOT NULL,
	"phc" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passwords_pk" PRIMARY KEY("user_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_pk" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"idle_expires_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL,
	"auth_time" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"amr" text[] NOT NULL,
	"ip_prefix" text,
	"user_agent" text,
	CONSTRAINT "sessions_pk" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_rule_fk" FOREIGN KEY ("household_id","rule_id") REFERENCES "public"."alert_rules"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_mail_fk" FOREIGN KEY ("household_id","mail_id") REFERENCES "public"."mails"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_fk" FOREIGN KEY ("household_id","parent_id") REFERENCES "public"."categories"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_category_fk" FOREIGN KEY ("household_id","category_id") REFERENCES "public"."categories"("household_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_category_fk" FOREIGN KEY ("household_id","category_id") REFERENCES "public"."categories"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_import_fk" FOREIGN KEY ("household_id","import_id") REFERENCES "public"."imports"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_days" ADD CONSTRAINT "rollup_days_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_merchants" ADD CONSTRAINT "rollup_merchants_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_months" ADD CONSTRAINT "rollup_months_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_transfers" ADD CONSTRAINT "rejected_transfers_a_fk" FOREIGN KEY ("household_id","a") REFERENCES "public"."transactions"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_transfers" ADD CONSTRAINT "rejected_transfers_b_fk" FOREIGN KEY ("household_id","b") REFERENCES "public"."transactions"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_aliases" ADD CONSTRAINT "transaction_aliases_transaction_fk" FOREIGN KEY ("household_id","transaction_id") REFERENCES "public"."transactions"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_splits" ADD CONSTRAINT "transaction_splits_transaction_fk" FOREIGN KEY ("household_id","transaction_id") REFERENCES "public"."transactions"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transaction_splits" ADD CONSTRAINT "transaction_splits_category_fk" FOREIGN KEY ("household_id","category_id") REFERENCES "public"."categories"("household_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_account_fk" FOREIGN KEY ("household_id","account_id") REFERENCES "public"."accounts"("household_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_category_fk" FOREIGN KEY ("household_id","category_id") REFERENCES "public"."categories"("household_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_membership_fk" FOREIGN KEY ("household_id","user_id") REFERENCES "public"."memberships"("household_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_household_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passwords" ADD CONSTRAINT "passwords_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_source_key" ON "accounts" USING btree ("household_id","source_account_id","currency","bank_id") WHERE "accounts"."source_account_id" is not null;--> statement-breakpoint
CREATE INDEX "balances_import_idx" ON "balances" USING btree ("household_id","import_id");--> statement-breakpoint
CREATE INDEX "alert_rules_type_idx" ON "alert_rules" USING btree ("household_id","user_id","type");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_dedupe_key" ON "alerts" USING btree ("household_id","rule_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "alerts_created_idx" ON "alerts" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_events_mail_idx" ON "mail_events" USING btree ("household_id","mail_id","at");--> statement-breakpoint
CREATE INDEX "mails_created_idx" ON "mails" USING btree ("household_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_open_idx" ON "mails" USING btree ("household_id","state") WHERE "mails"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "audit_events_at_idx" ON "audit_events" USING btree ("household_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_key_key" ON "categories" USING btree ("household_id","key") WHERE "categories"."key" is not null;--> statement-breakpoint
CREATE INDEX "rules_position_idx" ON "rules" USING btree ("household_id","position");--> statement-breakpoint
CREATE INDEX "import_mappings_signature_idx" ON "import_mappings" USING btree ("household_id","signature");--> statement-breakpoint
CREATE INDEX "imports_hash_idx" ON "imports" USING btree ("household_id","file_hash");--> statement-breakpoint
CREATE INDEX "imports_created_idx" ON "imports" USING btree ("household_id","created_at");--> statement-breakpoint
CREATE INDEX "transaction_aliases_transaction_idx" ON "transaction_aliases" USING btree ("household_id","transaction_id");--> statement-breakpoint
CREATE INDEX "transaction_splits_transaction_idx" ON "transaction_splits" USING btree ("household_id","transaction_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_fingerprint_key" ON "transactions" USING btree ("household_id","account_id","fingerprint");--> statement-breakpoint
CREATE INDEX "transactions_external_idx" ON "transactions" USING btree ("household_id","account_id","external_id") WHERE "transactions"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "transactions_date_idx" ON "transactions" USING btree ("household_id","date","id");--> statement-breakpoint
CREATE INDEX "transactions_account_idx" ON "transactions" USING btree ("household_id","account_id","date","id");--> statement-breakpoint
CREATE INDEX "transactions_merchant_idx" ON "transactions" USING btree ("household_id","merchant_key","date");--> statement-breakpoint
CREATE INDEX "transactions_import_idx" ON "transactions" USING btree ("household_id","import_id") WHERE "transactions"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "transactions_transfer_idx" ON "transactions" USING btree ("household_id","transfer_id") WHERE "transactions"."transfer_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "auth_events_user_idx" ON "auth_events" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_id_key" ON "sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));