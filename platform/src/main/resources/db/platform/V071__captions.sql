-- Written words that players may show over a video: WebVTT, one row a track.
CREATE TABLE captions (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    name            varchar(64)   NOT NULL,
    language        varchar(35),
    label           varchar(255)  NOT NULL,
    preferred       boolean       NOT NULL,
    object_key      text          NOT NULL,
    file_name       varchar(128)  NOT NULL,
    size_bytes      bigint        NOT NULL,
    PRIMARY KEY (video_id, name)
);
