-- The first day of a month is found without a search when months start on the 1st, and per group in place of by a join over days:
-- without statistics that join compared every group with every day of the statement.
create or replace function period_start(d date, start_day integer, weekend_rule text)
returns date language sql immutable parallel safe
return case when start_day = 1 and weekend_rule = 'none' then date_trunc('month', d::timestamp)::date else (
  select max(s.start) from (
    select case
      when weekend_rule = 'before' and extract(isodow from n.nominal) = 6 then n.nominal - 1
      when weekend_rule = 'before' and extract(isodow from n.nominal) = 7 then n.nominal - 2
      when weekend_rule = 'after' and extract(isodow from n.nominal) = 6 then n.nominal + 2
      when weekend_rule = 'after' and extract(isodow from n.nominal) = 7 then n.nominal + 1
      else n.nominal
    end as start
    from (
      select (date_trunc('month', d::timestamp)::date + make_interval(months => m))::date + (start_day - 1) as nominal
      from generate_series(-1, 1) as m
    ) as n
  ) as s where s.start <= d
) end;
--> statement-breakpoint
create or replace function rollups_after_insert() returns trigger language plpgsql as $$
begin
  with contributions as materialized (
    select
      t.household_id, t.account_id, t.date, t.merchant_key,
      coalesce(t.category_id, '00000000-0000-0000-0000-000000000000'::uuid) as category_id,
      entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type) as bucket,
      sum(t.sign)::integer as count, sum(t.sign * t.minor)::bigint as minor
    from (
      select 1 as sign, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, r.minor, r.category_id
      from new_rows r where r.deleted_at is null and not r.is_split
      union all
      select 1, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, p.minor, p.category_id
      from new_rows r join transaction_splits p on p.household_id = r.household_id and p.transaction_id = r.id
      where r.deleted_at is null and r.is_split
    ) as t
    join accounts a on a.household_id = t.household_id and a.id = t.account_id
    left join categories c on c.household_id = t.household_id and c.id = t.category_id
    group by 1, 2, 3, 4, 5, 6
    having sum(t.sign) <> 0 or sum(t.sign * t.minor) <> 0
  ),
  dated as materialized (
    select c.*, period_start(c.date, h.month_start_day, h.weekend_rule) as period
    from contributions c join households h on h.id = c.household_id
  ),
  by_day as (
    insert into rollup_days as r (household_id, day, account_id, bucket, count, minor)
    select household_id, date, account_id, bucket, sum(count), sum(minor) from contributions
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict on constraint rollup_days_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  ),
  by_month as (
    insert into rollup_months as r (household_id, period, account_id, category_id, bucket, count, minor)
    select c.household_id, c.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from dated c
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, c.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from dated c
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
--> statement-breakpoint
create or replace function rollups_after_delete() returns trigger language plpgsql as $$
begin
  with contributions as materialized (
    select
      t.household_id, t.account_id, t.date, t.merchant_key,
      coalesce(t.category_id, '00000000-0000-0000-0000-000000000000'::uuid) as category_id,
      entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type) as bucket,
      sum(t.sign)::integer as count, sum(t.sign * t.minor)::bigint as minor
    from (
      select -1 as sign, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, r.minor, r.category_id
      from old_rows r where r.deleted_at is null and not r.is_split
      union all
      select -1, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, p.minor, p.category_id
      from old_rows r join transaction_splits p on p.household_id = r.household_id and p.transaction_id = r.id
      where r.deleted_at is null and r.is_split
    ) as t
    join accounts a on a.household_id = t.household_id and a.id = t.account_id
    left join categories c on c.household_id = t.household_id and c.id = t.category_id
    group by 1, 2, 3, 4, 5, 6
    having sum(t.sign) <> 0 or sum(t.sign * t.minor) <> 0
  ),
  dated as materialized (
    select c.*, period_start(c.date, h.month_start_day, h.weekend_rule) as period
    from contributions c join households h on h.id = c.household_id
  ),
  by_day as (
    insert into rollup_days as r (household_id, day, account_id, bucket, count, minor)
    select household_id, date, account_id, bucket, sum(count), sum(minor) from contributions
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict on constraint rollup_days_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  ),
  by_month as (
    insert into rollup_months as r (household_id, period, account_id, category_id, bucket, count, minor)
    select c.household_id, c.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from dated c
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, c.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from dated c
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
--> statement-breakpoint
create or replace function rollups_after_update() returns trigger language plpgsql as $$
begin
  with contributions as materialized (
    select
      t.household_id, t.account_id, t.date, t.merchant_key,
      coalesce(t.category_id, '00000000-0000-0000-0000-000000000000'::uuid) as category_id,
      entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type) as bucket,
      sum(t.sign)::integer as count, sum(t.sign * t.minor)::bigint as minor
    from (
      select -1 as sign, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, r.minor, r.category_id
      from old_rows r where r.deleted_at is null and not r.is_split
      union all
      select -1, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, p.minor, p.category_id
      from old_rows r join transaction_splits p on p.household_id = r.household_id and p.transaction_id = r.id
      where r.deleted_at is null and r.is_split
      union all
      select 1 as sign, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, r.minor, r.category_id
      from new_rows r where r.deleted_at is null and not r.is_split
      union all
      select 1, r.household_id, r.account_id, r.date, r.merchant_key, r.status, r.kind, r.excluded, p.minor, p.category_id
      from new_rows r join transaction_splits p on p.household_id = r.household_id and p.transaction_id = r.id
      where r.deleted_at is null and r.is_split
    ) as t
    join accounts a on a.household_id = t.household_id and a.id = t.account_id
    left join categories c on c.household_id = t.household_id and c.id = t.category_id
    group by 1, 2, 3, 4, 5, 6
    having sum(t.sign) <> 0 or sum(t.sign * t.minor) <> 0
  ),
  dated as materialized (
    select c.*, period_start(c.date, h.month_start_day, h.weekend_rule) as period
    from contributions c join households h on h.id = c.household_id
  ),
  by_day as (
    insert into rollup_days as r (household_id, day, account_id, bucket, count, minor)
    select household_id, date, account_id, bucket, sum(count), sum(minor) from contributions
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict on constraint rollup_days_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  ),
  by_month as (
    insert into rollup_months as r (household_id, period, account_id, category_id, bucket, count, minor)
    select c.household_id, c.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from dated c
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, c.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from dated c
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
