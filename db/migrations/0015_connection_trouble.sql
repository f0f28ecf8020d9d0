-- Everybody who has alert rules gets the one about logins in trouble. The owner of the table must see its rows for that. Ids
-- are UUIDv7, as the app makes them, so that the rule comes last in the list.
alter table alert_rules no force row level security;
--> statement-breakpoint
insert into alert_rules (household_id, id, user_id, type)
select p.household_id,
  encode(set_bit(set_bit(overlay(
    uuid_send(gen_random_uuid()) placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
    from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
  p.user_id, 'connection_trouble'
from (select distinct household_id, user_id from alert_rules) as p
where not exists (
  select from alert_rules r
  where r.household_id = p.household_id and r.user_id = p.user_id and r.type = 'connection_trouble'
);
--> statement-breakpoint
alter table alert_rules force row level security;
