-- Adds a job to pg-boss inside the caller's transaction. The roles of db/scope.ts have no right to the queue's own schema: a job is
-- data of its household, and may name no other. The columns are the ones pg-boss fills from its queue (a test compares them).
create function enqueue_job(job_name text, job_data jsonb, job_start timestamptz, job_key text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  queued uuid;
begin
  if current_setting('role') <> 'minh_operator'
    and (current_household() is null or job_data ->> 'householdId' is distinct from current_household()::text) then
    raise exception 'a job must name the household of its transaction' using errcode = 'insufficient_privilege';
  end if;
  insert into pgboss.job (
    name, data, start_after, singleton_key, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff,
    retry_delay_max, policy, dead_letter
  )
  select
    q.name, job_data, coalesce(job_start, now()), job_key, q.expire_seconds, q.deletion_seconds,
    coalesce(job_start, now()) + q.retention_seconds * interval '1s', q.retry_limit, q.retry_delay, q.retry_backoff,
    q.retry_delay_max, q.policy, q.dead_letter
  from pgboss.queue q where q.name = job_name
  on conflict do nothing
  returning id into queued;
  if queued is null and not exists (select from pgboss.queue q where q.name = job_name) then
    raise exception 'there is no queue named %', job_name using errcode = 'undefined_object';
  end if;
  return queued;
end
$$;
--> statement-breakpoint
revoke execute on function enqueue_job(text, jsonb, timestamptz, text) from public;
--> statement-breakpoint
grant execute on function enqueue_job(text, jsonb, timestamptz, text) to minh_app, minh_operator;
--> statement-breakpoint
-- The address of a member of the transaction's household: a mail about shared data goes to a person other than the one who acts.
create function member_contact(member uuid) returns table (email text, locale text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.email, u.locale from users u join memberships m on m.user_id = u.id
  where m.household_id = current_household() and u.id = member and u.status = 'active'
$$;
--> statement-breakpoint
revoke execute on function member_contact(uuid) from public;
--> statement-breakpoint
grant execute on function member_contact(uuid) to minh_app, minh_operator;
