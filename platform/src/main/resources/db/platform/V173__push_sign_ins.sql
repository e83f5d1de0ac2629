-- A browser's messages end with the sign-in by which it asked for them; those that asked before this was kept have none.
alter table push_subscriptions add column sign_in_id bigint references sign_ins on delete cascade;

create index push_subscriptions_by_sign_in on push_subscriptions (sign_in_id);
