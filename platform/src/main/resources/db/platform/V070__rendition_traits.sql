-- What tells a rendition from others of its size: the language and title of a sound track, the range of light of a picture,
-- the key it is encrypted with.
ALTER TABLE renditions
    ADD COLUMN language     varchar(35),
    ADD COLUMN label        varchar(255) NOT NULL DEFAULT '',
    ADD COLUMN preferred    boolean      NOT NULL DEFAULT false,
    ADD COLUMN video_range  varchar(3)   NOT NULL DEFAULT 'SDR' CHECK (video_range IN ('SDR', 'PQ', 'HLG')),
    ADD COLUMN key_id       uuid;
