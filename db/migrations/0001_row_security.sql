-- Three roles without a login. Each transaction takes one of them on (db/scope.ts); the address the app connects with is only
-- the door. minh_app sees one household, minh_auth only what signing in needs, minh_operator everything (backup, job discovery).
do $$
declare
  name text;
begin
  foreach name in array array['minh_app', 'minh_auth', 'minh_operator'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit', name);
    end if;
    execute format('grant %I to current_user', name);
  end loop;
  execute format('grant usage on schema public to minh_app, minh_auth, minh_operator');
end
$$;
--> statement-breakpoint
create function current_household() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.household_id', true), '')::uuid;
--> statement-breakpoint
create function current_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array[
    'users', 'passwords', 'sessions', 'identities', 'auth_events', 'rate_limits', 'households', 'memberships', 'api_tokens',
    'idempotency_keys', 'audit_events', 'categories', 'merchants', 'rules', 'accounts', 'balances', 'imports', 'import_changes',
    'import_mappings', 'transactions', 'transaction_aliases', 'transaction_splits', 'rejected_transfers', 'rollup_days',
    'rollup_months', 'rollup_merchants', 'alert_rules', 'alerts', 'mails', 'mail_events'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to minh_operator using (true) with check (true)', name || '_operator', name);
    execute format('grant select, insert, update, delete on %I to minh_operator', name);
  end loop;

  foreach name in array array[
    'api_tokens', 'idempotency_keys', 'audit_events', 'categories', 'merchants', 'rules', 'accounts', 'balances', 'imports',
    'import_changes', 'import_mappings', 'transactions', 'transaction_aliases', 'transaction_splits', 'rejected_transfers',
    'rollup_days', 'rollup_months', 'rollup_merchants', 'alert_rules', 'alerts', 'mails', 'mail_events', 'memberships'
  ] loop
    execute format(
      'create policy %I on %I to minh_app using (household_id = (select current_household())) with check (household_id = (select current_household()))',
      name || '_household', name);
    execute format('grant select, insert, update, delete on %I to minh_app', name);
  end loop;

  foreach name in array array[
    'users', 'passwords', 'sessions', 'identities', 'auth_events', 'rate_limits', 'households', 'memberships', 'api_tokens'
  ] loop
    execute format('create policy %I on %I to minh_auth using (true) with check (true)', name || '_auth', name);
    execute format('grant select, insert, update, delete on %I to minh_auth', name);
  end loop;
end
$$;
--> statement-breakpoint
create policy households_own on households to minh_app
  using (id = (select current_household())) with check (id = (select current_household()));
--> statement-breakpoint
create policy users_self on users to minh_app
  using (id = (select current_user_id())) with check (id = (select current_user_id()));
--> statement-breakpoint
create policy sessions_self on sessions to minh_app
  using (user_id = (select current_user_id())) with check (user_id = (select current_user_id()));
--> statement-breakpoint
create policy auth_events_self on auth_events to minh_app
  using (user_id = (select current_user_id())) with check (user_id = (select current_user_id()));
--> statement-breakpoint
grant select, update on households, users to minh_app;
--> statement-breakpoint
grant select, delete on sessions to minh_app;
--> statement-breakpoint
grant select on auth_events to minh_app;
--> statement-breakpoint
revoke update, delete on audit_events from minh_app;
--> statement-breakpoint
revoke update, delete on auth_events from minh_auth;
--> statement-breakpoint
revoke insert, update, delete on memberships from minh_app;
