-- A new file for a video that has one, from its declaration until it plays in the old one's place, or is refused.
CREATE TABLE replacements (
    video_id        varchar(11) COLLATE "C" PRIMARY KEY REFERENCES videos ON DELETE CASCADE,
    stage           varchar(20)   NOT NULL CHECK (stage IN ('uploading', 'processing', 'refused')),
    file_size       bigint        NOT NULL,
    original_key    text,
    sha256          char(64),
    progress        smallint      NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    -- How often a worker began; bounded, so that a file which kills its worker is given up.
    starts          integer       NOT NULL DEFAULT 0,
    error_code      varchar(64),
    error_detail    text,
    begun_at        timestamptz   NOT NULL,
    CHECK (stage <> 'processing' OR original_key IS NOT NULL),
    CHECK (stage <> 'refused' OR error_code IS NOT NULL)
);

-- One video may have had several files; each upload stays known until its file's quota is given back.
ALTER TABLE upload DROP CONSTRAINT upload_video_id_key;
ALTER TABLE upload ADD COLUMN replaces boolean NOT NULL DEFAULT false;
CREATE INDEX upload_by_video ON upload (video_id);

COMMENT ON COLUMN upload.replaces IS 'whether its video had a file before, which plays until this one does';
