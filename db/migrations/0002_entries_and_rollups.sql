-- What a row counts as. The one implementation of DOMAIN's `countsAsSpending`; everything that counts money asks here.
create function entry_bucket(status text, kind text, excluded boolean, minor bigint, category_kind text, account_type text)
returns text language sql immutable parallel safe
return case
  when status = 'pending' then 'pending'
  when excluded then 'excluded'
  when kind = 'transfer' or category_kind = 'transfer' then 'transfer'
  when kind = 'card_payment' then 'card_payment'
  when kind = 'investment' then 'investment'
  when minor > 0 and category_kind = 'income' then 'income'
  when minor > 0 and category_kind = 'expense' then 'refund'
  when minor > 0 then case when account_type in ('credit_card', 'loan') then 'refund' else 'income' end
  when category_kind = 'income' then 'income'
  when kind = 'one_off' then 'one_off'
  else 'spending'
end;
--> statement-breakpoint
-- First day of the household's month that holds `d`. A start on a weekend moves by the weekend rule.
create function period_start(d date, start_day integer, weekend_rule text)
returns date language sql immutable parallel safe
return (
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
);
--> statement-breakpoint
-- Every live row, splits opened into their children, with the bucket it counts in.
create view entries with (security_invoker = true) as
select
  t.household_id, t.id as transaction_id, null::uuid as split_id, t.account_id, t.date, t.minor, t.currency, t.payee,
  t.merchant_key, t.category_id, a.hidden,
  entry_bucket(t.status, t.kind, t.excluded, t.minor, c.kind, a.type) as bucket
from transactions t
join accounts a on a.household_id = t.household_id and a.id = t.account_id
left join categories c on c.household_id = t.household_id and c.id = t.category_id
where t.deleted_at is null and not t.is_split
union all
select
  t.household_id, t.id, s.id, t.account_id, t.date, s.minor, t.currency, t.payee, t.merchant_key, s.category_id, a.hidden,
  entry_bucket(t.status, t.kind, t.excluded, s.minor, c.kind, a.type)
from transactions t
join transaction_splits s on s.household_id = t.household_id and s.transaction_id = t.id
join accounts a on a.household_id = t.household_id and a.id = t.account_id
left join categories c on c.household_id = t.household_id and c.id = s.category_id
where t.deleted_at is null and t.is_split;
--> statement-breakpoint
create view spending_entries with (security_invoker = true) as
select * from entries where bucket in ('spending', 'one_off', 'refund') and not hidden;
--> statement-breakpoint
grant select on entries, spending_entries to minh_app, minh_operator;
--> statement-breakpoint
-- Statement triggers keep the rollups inside the writing transaction: a write that forgets them cannot exist. An account that is
-- being deleted is no longer joined, so a cascade leaves nothing behind. Splits change only while their parent says it has none.
create function rollups_after_insert() returns trigger language plpgsql as $$
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
  days as materialized (
    select d.household_id, d.date, period_start(d.date, h.month_start_day, h.weekend_rule) as period
    from (select distinct household_id, date from contributions) as d
    join households h on h.id = d.household_id
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
    select c.household_id, d.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from contributions c join days d on d.household_id = c.household_id and d.date = c.date
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, d.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from contributions c join days d on d.household_id = c.household_id and d.date = c.date
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
--> statement-breakpoint
create function rollups_after_delete() returns trigger language plpgsql as $$
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
  days as materialized (
    select d.household_id, d.date, period_start(d.date, h.month_start_day, h.weekend_rule) as period
    from (select distinct household_id, date from contributions) as d
    join households h on h.id = d.household_id
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
    select c.household_id, d.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from contributions c join days d on d.household_id = c.household_id and d.date = c.date
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, d.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from contributions c join days d on d.household_id = c.household_id and d.date = c.date
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
--> statement-breakpoint
create function rollups_after_update() returns trigger language plpgsql as $$
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
  days as materialized (
    select d.household_id, d.date, period_start(d.date, h.month_start_day, h.weekend_rule) as period
    from (select distinct household_id, date from contributions) as d
    join households h on h.id = d.household_id
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
    select c.household_id, d.period, c.account_id, c.category_id, c.bucket, sum(c.count), sum(c.minor)
    from contributions c join days d on d.household_id = c.household_id and d.date = c.date
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict on constraint rollup_months_pk do update
    set count = r.count + excluded.count, minor = r.minor + excluded.minor
  )
  insert into rollup_merchants as r (household_id, period, account_id, merchant_key, bucket, count, minor)
  select c.household_id, d.period, c.account_id, c.merchant_key, c.bucket, sum(c.count), sum(c.minor)
  from contributions c join days d on d.household_id = c.household_id and d.date = c.date
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict on constraint rollup_merchants_pk do update
  set count = r.count + excluded.count, minor = r.minor + excluded.minor;

  return null;
end
$$;
--> statement-breakpoint
create trigger transactions_rollups_insert after insert on transactions
  referencing new table as new_rows for each statement execute function rollups_after_insert();
--> statement-breakpoint
create trigger transactions_rollups_delete after delete on transactions
  referencing old table as old_rows for each statement execute function rollups_after_delete();
--> statement-breakpoint
create trigger transactions_rollups_update after update on transactions
  referencing old table as old_rows new table as new_rows for each statement execute function rollups_after_update();
--> statement-breakpoint
-- For what changes the meaning of many rows at once: the first day of the month, a category's kind, an account's type.
create function rebuild_rollups(household uuid) returns void language plpgsql as $$
begin
  delete from rollup_days where household_id = household;
  delete from rollup_months where household_id = household;
  delete from rollup_merchants where household_id = household;
  insert into rollup_days (household_id, day, account_id, bucket, count, minor)
  select household_id, date, account_id, bucket, count(*), sum(minor) from entries where household_id = household
  group by 1, 2, 3, 4;
  with days as materialized (
    select d.date, period_start(d.date, h.month_start_day, h.weekend_rule) as period
    from (select distinct date from transactions where household_id = household) as d
    join households h on h.id = household
  )
  insert into rollup_months (household_id, period, account_id, category_id, bucket, count, minor)
  select e.household_id, d.period, e.account_id, coalesce(e.category_id, '00000000-0000-0000-0000-000000000000'::uuid),
    e.bucket, count(*), sum(e.minor)
  from entries e join days d on d.date = e.date where e.household_id = household
  group by 1, 2, 3, 4, 5;
  with days as materialized (
    select d.date, period_start(d.date, h.month_start_day, h.weekend_rule) as period
    from (select distinct date from transactions where household_id = household) as d
    join households h on h.id = household
  )
  insert into rollup_merchants (household_id, period, account_id, merchant_key, bucket, count, minor)
  select e.household_id, d.period, e.account_id, e.merchant_key, e.bucket, count(*), sum(e.minor)
  from entries e join days d on d.date = e.date where e.household_id = household
  group by 1, 2, 3, 4, 5;
end
$$;
