-- What was made of an original beside its renditions. Rows of another original than the video's present one count for
-- nothing: they are replaced when the new one has been worked on.
CREATE TABLE derivatives (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    kind            varchar(20)   NOT NULL CHECK (kind IN ('preview', 'storyboard', 'storyboard_sheet')),
    number          smallint      NOT NULL,
    original_key    text          NOT NULL,
    object_key      text          NOT NULL,
    file_name       varchar(128)  NOT NULL,
    size_bytes      bigint        NOT NULL,
    PRIMARY KEY (video_id, kind, number)
);

-- By EBU R 128. Silence has no row.
CREATE TABLE loudness (
    video_id        varchar(11) COLLATE "C" PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    original_key    text          NOT NULL,
    integrated_lufs double precision NOT NULL,
    true_peak_db    double precision NOT NULL
);

-- Those of the container; what the owner writes into the description is read from there.
CREATE TABLE chapters (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    number          smallint      NOT NULL,
    original_key    text          NOT NULL,
    start_ms        bigint        NOT NULL,
    title           varchar(255)  NOT NULL,
    PRIMARY KEY (video_id, number)
);
