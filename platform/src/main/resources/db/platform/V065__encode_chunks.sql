-- Ladders on which somebody works: what is left to make of a video, in pieces that any worker takes.
create table encode_runs (
    video_id   text        primary key,
    run        bigint      not null,
    owner_id   bigint      not null,
    rungs      text        not null,
    sound      boolean     not null,
    created_at timestamptz not null
);

create table encode_chunks (
    video_id    text             not null references encode_runs on delete cascade,
    number      integer          not null,
    kind        text             not null check (kind in ('whole', 'picture', 'sound', 'source')),
    from_frame  bigint           not null,
    to_frame    bigint,
    weight      double precision not null check (weight > 0),
    state       text             not null check (state in ('waiting', 'leased', 'done')),
    due         timestamptz      not null,
    token       bigint,
    worker      text,
    claims      integer          not null default 0,
    failures    integer          not null default 0,
    progress    double precision not null default 0,
    result      text,
    primary key (video_id, number)
);
create index encode_chunks_due on encode_chunks (due) where state <> 'done';

-- One number for each run and each lease there ever was: none is given twice.
create sequence encode_token;

-- When a worker last took a piece of this user's videos: the one served longest ago is next.
create table encode_served (
    owner_id  bigint      primary key,
    served_at timestamptz not null
);

comment on column encode_runs.rungs is 'names of the rungs of the video''s plan that are still to be made, with commas';
comment on column encode_runs.sound is 'whether the sound is still to be made';
comment on column encode_chunks.due is 'when it may be claimed: of a leased one, the end of its lease';
comment on column encode_chunks.token is 'fences the lease: a result without it is refused';
comment on column encode_chunks.claims is 'how often a worker took it; bounded, so that a piece which kills its worker is given up';
comment on column encode_chunks.failures is 'how often a worker said that it failed; bounded more tightly';
comment on column encode_chunks.weight is 'seconds of video, for the progress of the whole';

-- Planning a ladder and putting it together wait for neither encodes nor short work.
create table ladder_job (like job including all);
insert into ladder_job select * from encode_job where task_name = 'ladder';
delete from encode_job where task_name = 'ladder';
