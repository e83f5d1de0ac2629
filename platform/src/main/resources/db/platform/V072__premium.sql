-- Videos that only some may play: their files are encrypted, and keys go to their owner, to moderators and to whom a row of
-- entitlements names.
ALTER TABLE videos ADD COLUMN premium boolean NOT NULL DEFAULT false;

CREATE INDEX videos_premium ON videos (video_id) WHERE premium AND playable AND deleted_at IS NULL;

CREATE TABLE entitlements (
    video_id    varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    user_id     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (video_id, user_id)
);

-- One key a video, sealed with the site's secret.
CREATE TABLE content_keys (
    video_id    varchar(11) COLLATE "C" PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    key_id      uuid        NOT NULL UNIQUE,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);
