-- What creations with an Idempotency-Key were answered, so that one that is sent again is answered the same.
create table upload_key (
    owner_id        bigint      not null,
    idempotency_key text        not null,
    fingerprint     text        not null,
    upload_id       bigint      not null,
    video_id        text        not null,
    expires_at      timestamptz not null,
    created_at      timestamptz not null,
    primary key (owner_id, idempotency_key)
);

create index upload_key_by_age on upload_key (created_at);

comment on column upload_key.fingerprint is 'SHA-256 of what was declared: the same key with something else is refused';
comment on column upload_key.expires_at is 'the upload''s expiry as it was answered';
