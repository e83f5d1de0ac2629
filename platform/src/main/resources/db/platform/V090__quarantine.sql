-- Originals in which the virus scanner recognised something.
create table quarantine (
    video_id   text primary key,
    object_key text        not null,
    signature  text        not null,
    found_at   timestamptz not null
);
create index quarantine_by_time on quarantine (found_at desc, video_id);
