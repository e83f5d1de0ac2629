-- What programs are to hear in videos, one at a time each; gone once the captions are there.
CREATE TABLE caption_drafts (
    video_id    varchar(11) COLLATE "C" PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    language    varchar(35),
    state       varchar(8)   NOT NULL CHECK (state IN ('waiting', 'failed')),
    reason      varchar(32)  NOT NULL DEFAULT '',
    updated_at  timestamptz  NOT NULL
);
CREATE TABLE speech_job (LIKE job INCLUDING ALL);
