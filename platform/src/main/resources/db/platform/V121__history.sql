-- Who wants nothing kept of what they watch.
CREATE TABLE history_choices (
    user_id      bigint PRIMARY KEY,
    paused       boolean NOT NULL
);

-- When somebody took entries out of their history: of one video, or, with an empty id, of all. Watch events of before that
-- are dropped when they come late through the log.
CREATE TABLE history_forgotten (
    user_id      bigint      NOT NULL,
    video_id     varchar(11) COLLATE "C" NOT NULL,
    forgotten_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, video_id)
);

CREATE INDEX history_forgotten_old ON history_forgotten (forgotten_at);
