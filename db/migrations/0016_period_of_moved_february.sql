-- A 28 February on a Saturday may move to 2 March: 1 March then belongs to the period of January, two months back.
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
      from generate_series(-2, 1) as m
    ) as n
  ) as s where s.start <= d
) end;
