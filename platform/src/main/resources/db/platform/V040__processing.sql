-- Jobs, as db-scheduler keeps them. One table a lane: short work never waits behind encodes.
create table job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index job_by_priority on job (priority desc, execution_time);
create index job_by_heartbeat on job (last_heartbeat) where picked;

create table first_encode_job (like job including all);
create table encode_job (like job including all);

-- What processing knows of a video beside its state, which the catalog keeps.
create table processing (
    video_id     text primary key,
    original_key text        not null,
    starts       integer     not null default 0,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

comment on column processing.starts is 'how often a worker began the current step; bounded, so that a file which kills its worker is given up';
