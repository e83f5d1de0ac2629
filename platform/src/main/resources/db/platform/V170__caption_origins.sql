-- Who wrote captions: they came with the file, the owner brought or edited them, or a program heard them.
ALTER TABLE captions
    ADD COLUMN origin     varchar(9)   NOT NULL DEFAULT 'file' CHECK (origin IN ('file', 'owner', 'automatic')),
    ADD COLUMN model      varchar(200),
    ADD COLUMN updated_at timestamptz  NOT NULL DEFAULT now(),
    ADD CONSTRAINT captions_model CHECK ((origin = 'automatic') = (model IS NOT NULL));
ALTER TABLE captions ALTER COLUMN origin DROP DEFAULT, ALTER COLUMN updated_at DROP DEFAULT;

-- Files that an edit replaced and that are still stored, for players that began before.
CREATE TABLE earlier_captions (
    object_key      text PRIMARY KEY,
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    file_name       varchar(128)  NOT NULL,
    size_bytes      bigint        NOT NULL
);
CREATE INDEX earlier_captions_video ON earlier_captions (video_id);

-- Captions of a file that its owner took away: reading the file once more does not bring them back.
CREATE TABLE dismissed_captions (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    original_key    text          NOT NULL,
    name            varchar(64)   NOT NULL,
    PRIMARY KEY (video_id, original_key, name)
);

CREATE OR REPLACE VIEW stored_files (user_id, video_id, kind, name, size_bytes) AS
WITH files AS (
    SELECT video_id, 'original' AS kind, '' AS name, file_size AS size_bytes
    FROM videos WHERE original_key IS NOT NULL AND original_lost IS NULL
    UNION ALL
    SELECT video_id, CASE WHEN replaced_at IS NULL THEN 'rendition' ELSE 'replaced' END, name, size_bytes
    FROM renditions WHERE NOT just_in_time
    UNION ALL
    SELECT video_id, 'replaced', '', size_bytes FROM replaced_originals
    UNION ALL
    SELECT video_id, 'derivative', 'thumbnail', size_bytes FROM thumbnails
    UNION ALL
    SELECT video_id, 'derivative', 'captions', size_bytes FROM captions
    UNION ALL
    SELECT video_id, 'replaced', 'captions', size_bytes FROM earlier_captions
    UNION ALL
    SELECT video_id, 'derivative', kind, size_bytes FROM derivatives
)
SELECT v.user_id, f.video_id, CASE WHEN v.deleted_at IS NULL THEN f.kind ELSE 'deleted' END, f.name, f.size_bytes
FROM files f JOIN videos v ON v.video_id = f.video_id;
