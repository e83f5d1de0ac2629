-- The catalog: videos and what belongs to them. Users are known by id alone; other features' tables are not referred to.

CREATE TABLE videos (
    video_id        varchar(11) COLLATE "C" PRIMARY KEY,
    user_id         bigint        NOT NULL,

    title           varchar(255)  NOT NULL,
    description     text          NOT NULL DEFAULT '',
    category        varchar(50),
    tags            text[]        NOT NULL DEFAULT '{}',
    language        varchar(35),
    privacy         varchar(20)   NOT NULL CHECK (privacy IN ('public', 'unlisted', 'private')),

    stage           varchar(20)   NOT NULL CHECK (stage IN ('uploading', 'queued', 'probing', 'publishing', 'encoding',
                                                            'finishing', 'done', 'failed')),
    playable        boolean       NOT NULL DEFAULT false,
    error_code      varchar(64),
    error_detail    text,
    progress        smallint      NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    -- When the present stage is expected to be over; absent while nobody knows.
    expected_at     timestamptz,

    original_key    text,
    file_size       bigint,
    sha256          char(64),

    duration_ms     bigint,
    width           integer,
    height          integer,
    fps             double precision,
    video_codec     varchar(50),
    audio_codec     varchar(50),
    bitrate_bps     bigint,

    thumbnail       smallint      NOT NULL DEFAULT 0,

    -- Counts the owner's edits, for If-Match.
    version         bigint        NOT NULL DEFAULT 1,
    created_at      timestamptz   NOT NULL,
    updated_at      timestamptz   NOT NULL,
    published_at    timestamptz,
    deleted_at      timestamptz,

    CHECK (stage <> 'failed' OR error_code IS NOT NULL),
    CHECK (NOT playable OR published_at IS NOT NULL)
);

-- What lists show: one index for each order and narrowing of public lists, one for the owner's studio.
CREATE INDEX videos_newest ON videos (published_at DESC, video_id DESC)
    WHERE privacy = 'public' AND playable AND deleted_at IS NULL;
CREATE INDEX videos_newest_by_category ON videos (category, published_at DESC, video_id DESC)
    WHERE privacy = 'public' AND playable AND deleted_at IS NULL;
CREATE INDEX videos_newest_by_owner ON videos (user_id, published_at DESC, video_id DESC)
    WHERE privacy = 'public' AND playable AND deleted_at IS NULL;
CREATE INDEX videos_by_owner ON videos (user_id, created_at DESC, video_id DESC) WHERE deleted_at IS NULL;
CREATE INDEX videos_unfinished ON videos (created_at) WHERE stage NOT IN ('uploading', 'done', 'failed') AND deleted_at IS NULL;
CREATE INDEX videos_tags ON videos USING gin (tags);

-- Counts change far more often than anything else of a video; in a narrow table they stay cheap and touch no other index.
CREATE TABLE video_counts (
    video_id        varchar(11) COLLATE "C" PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    view_count      bigint        NOT NULL DEFAULT 0,
    like_count      bigint        NOT NULL DEFAULT 0,
    dislike_count   bigint        NOT NULL DEFAULT 0,
    comment_count   bigint        NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

CREATE INDEX video_counts_popular ON video_counts (view_count DESC, video_id DESC);

CREATE TABLE renditions (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    kind            varchar(10)   NOT NULL CHECK (kind IN ('video', 'audio')),
    name            varchar(64)   NOT NULL,
    object_key      text          NOT NULL,
    file_name       varchar(128)  NOT NULL,
    width           integer       NOT NULL,
    height          integer       NOT NULL,
    fps             double precision NOT NULL,
    codecs          varchar(64)   NOT NULL,
    average_bps     bigint        NOT NULL,
    peak_bps        bigint        NOT NULL,
    size_bytes      bigint        NOT NULL,
    segment_index   text          NOT NULL,
    source          boolean       NOT NULL,
    -- Made from the original, whose key is the object key, when somebody asks.
    just_in_time    boolean       NOT NULL,
    -- Since when no manifest names it; its file is served on for players that began before.
    replaced_at     timestamptz,
    PRIMARY KEY (video_id, file_name)
);

CREATE UNIQUE INDEX renditions_named ON renditions (video_id, kind, name) WHERE replaced_at IS NULL;

-- Numbers 0–2 are the stills that processing takes; 9 is a picture the owner brought.
CREATE TABLE thumbnails (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    number          smallint      NOT NULL,
    object_key      text          NOT NULL,
    file_name       varchar(128)  NOT NULL,
    width           integer       NOT NULL,
    height          integer       NOT NULL,
    placeholder     text          NOT NULL,
    PRIMARY KEY (video_id, number)
);
