-- How far each viewer came. Users and videos are known by id alone; entries of what is gone are never shown.
CREATE TABLE watch_history (
    user_id             bigint        NOT NULL,
    video_id            varchar(11) COLLATE "C" NOT NULL,
    watch_position      integer       NOT NULL CHECK (watch_position >= 0),
    watch_percentage    numeric(5, 2) NOT NULL CHECK (watch_percentage BETWEEN 0 AND 100),
    completed           boolean       NOT NULL DEFAULT false,
    created_at          timestamptz   NOT NULL,
    updated_at          timestamptz   NOT NULL,
    PRIMARY KEY (user_id, video_id)
);

CREATE INDEX watch_history_recent ON watch_history (user_id, updated_at DESC);
CREATE INDEX watch_history_video ON watch_history (video_id);
