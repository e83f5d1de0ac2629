-- A video that could not be encoded in AV1 is not tried again and again.
alter table processing add column av1_given_up boolean not null default false;
