-- Who watched, liked or shared a video on which day, for trending. The viewer and the network are keyed hashes; kept a year.
CREATE TABLE trend_marks (
    video_id   varchar(11) COLLATE "C" NOT NULL,
    viewer     varchar(43) COLLATE "C" NOT NULL,
    day        date        NOT NULL,
    network    varchar(43) COLLATE "C",
    -- When the viewer's account was made; absent without one.
    account_at timestamptz,
    seen       boolean     NOT NULL,
    liked      boolean     NOT NULL,
    shared     boolean     NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (video_id, viewer, day)
);

CREATE INDEX trend_marks_day ON trend_marks (day);
CREATE INDEX trend_marks_viewer ON trend_marks (viewer, day);

-- Videos whose marks changed since their scores were made.
CREATE TABLE trend_touched (
    video_id   varchar(11) COLLATE "C" PRIMARY KEY
);

-- Scores, which only say something beside each other: answers set the highest of a range to 1.
CREATE TABLE trend_scores (
    time_range varchar(5)  NOT NULL,
    video_id   varchar(11) COLLATE "C" NOT NULL,
    score      double precision NOT NULL,
    PRIMARY KEY (time_range, video_id)
);

CREATE INDEX trend_scores_best ON trend_scores (time_range, score DESC, video_id);

-- The moment that a range's scores are discounted to: all of one range have the same.
CREATE TABLE trend_refreshes (
    time_range varchar(5) PRIMARY KEY,
    reference  timestamptz NOT NULL
);
