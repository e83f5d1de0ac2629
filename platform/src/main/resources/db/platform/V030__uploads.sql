-- Files on their way in. The object store's stage is the truth about how many bytes are durable; `received` is what was
-- last told.
create table upload (
    upload_id       bigint primary key,
    video_id        text        not null unique,
    owner_id        bigint      not null,
    declared_size   bigint      not null check (declared_size > 0),
    received        bigint      not null default 0 check (received between 0 and declared_size),
    declared_type   text        not null,
    file_name       text        not null,
    self_completing boolean     not null,
    state           text        not null check (state in ('open', 'completed', 'aborted')),
    sha256          text,
    charged         boolean     not null default true,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    finished_at     timestamptz
);

create index upload_open_by_expiry on upload (expires_at) where state = 'open';
create index upload_open_by_owner on upload (owner_id) where state = 'open';
create index upload_ended on upload (finished_at) where state = 'aborted';

comment on column upload.file_name is 'what the sender called it: shown, never used as a path';
comment on column upload.self_completing is 'tus: the last byte completes it; otherwise the client asks for completion';
comment on column upload.charged is 'whether declared_size counts against the owner''s quota';

-- One row a user, locked by every change of what the user's originals take: this is what makes the quota exact.
create table storage_use (
    owner_id   bigint primary key,
    used_bytes bigint not null check (used_bytes >= 0)
);
