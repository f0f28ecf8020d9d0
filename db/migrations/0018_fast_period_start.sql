-- Months that start on the 1st cost nothing: a function of one expression is written into the statement that asks. A sub-select in
-- it is not, and was half of what the rollups add to an import.
create function moved_period_start(d date, start_day integer, weekend_rule text)
returns date language plpgsql immutable parallel safe strict as $$
declare
  nominal date;
  weekday integer;
  start date;
begin
  for month in reverse 1..-2 loop
    nominal := (date_trunc('month', d::timestamp)::date + make_interval(months => month))::date + (start_day - 1);
    weekday := extract(isodow from nominal);
    start := nominal + case
      when weekday >= 6 and weekend_rule = 'before' then 5 - weekday
      when weekday >= 6 and weekend_rule = 'after' then 8 - weekday
      else 0
    end;
    if start <= d then
      return start;
    end if;
  end loop;
  return start;
end
$$;
--> statement-breakpoint
create or replace function period_start(d date, start_day integer, weekend_rule text)
returns date language sql immutable parallel safe
return case
  when start_day = 1 and weekend_rule = 'none' then date_trunc('month', d::timestamp)::date
  else moved_period_start(d, start_day, weekend_rule)
end;
