ALTER TABLE processing ADD COLUMN anew boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN processing.anew IS 'whether the ladder in the making replaces all renditions of the plan';

-- Runs that encode videos anew after a change of settings. They go through the videos in order of their ids.
CREATE TABLE reencode_runs (
    run_id          bigint PRIMARY KEY,
    scope           varchar(10)   NOT NULL CHECK (scope IN ('all', 'outdated', 'video')),
    video_id        varchar(11) COLLATE "C",
    -- The last video that was begun.
    position        varchar(11) COLLATE "C" NOT NULL DEFAULT '',
    seen            bigint        NOT NULL DEFAULT 0,
    encoded         bigint        NOT NULL DEFAULT 0,
    skipped         bigint        NOT NULL DEFAULT 0,
    failed          bigint        NOT NULL DEFAULT 0,
    total           bigint        NOT NULL,
    begun_by        bigint        NOT NULL,
    begun_at        timestamptz   NOT NULL,
    ended_at        timestamptz,
    cancelled       boolean       NOT NULL DEFAULT false
);
CREATE TABLE reencode_items (
    run_id          bigint        NOT NULL REFERENCES reencode_runs ON DELETE CASCADE,
    video_id        varchar(11) COLLATE "C" NOT NULL,
    PRIMARY KEY (run_id, video_id)
);

-- Passes in which everything stored is read and compared.
CREATE TABLE scrub_passes (
    pass_id         bigint PRIMARY KEY,
    -- The last video whose files were read.
    position        varchar(11) COLLATE "C" NOT NULL DEFAULT '',
    files           bigint        NOT NULL DEFAULT 0,
    bytes           bigint        NOT NULL DEFAULT 0,
    damaged         bigint        NOT NULL DEFAULT 0,
    begun_at        timestamptz   NOT NULL,
    ended_at        timestamptz
);
CREATE INDEX scrub_passes_begun ON scrub_passes (begun_at DESC);
-- The first pass is due as long after this as any other after the one before.
INSERT INTO scrub_passes (pass_id, begun_at, ended_at) VALUES (0, now(), now());

-- What was found damaged or missing, and what became of it.
CREATE TABLE damages (
    object_key      text PRIMARY KEY,
    video_id        varchar(11) COLLATE "C",
    kind            varchar(20)   NOT NULL,
    name            varchar(128)  NOT NULL,
    reason          text          NOT NULL,
    state           varchar(10)   NOT NULL CHECK (state IN ('repairing', 'repaired', 'lost')),
    found_at        timestamptz   NOT NULL,
    settled_at      timestamptz
);
CREATE INDEX damages_found ON damages (found_at DESC);

-- When somebody last watched a video, to within an hour. What has no row was not watched since the time that
-- watching_since holds.
CREATE TABLE last_watched (
    video_id        varchar(11) COLLATE "C" PRIMARY KEY,
    watched_at      timestamptz   NOT NULL
) WITH (fillfactor = 70);
CREATE TABLE watching_since (since timestamptz NOT NULL);
INSERT INTO watching_since VALUES (now());
