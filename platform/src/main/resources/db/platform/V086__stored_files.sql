-- Why a video's original can no longer be read: it was dropped by policy or found damaged. Its key stays, because what was
-- made of it is known by that.
ALTER TABLE videos ADD COLUMN original_lost varchar(10) CHECK (original_lost IN ('dropped', 'damaged'));
-- Since when the video's upper renditions are gone because nobody watched it; they are made again on demand.
ALTER TABLE videos ADD COLUMN reduced_at timestamptz;
CREATE INDEX videos_refused ON videos (updated_at) WHERE stage = 'failed' AND NOT playable AND deleted_at IS NULL;

ALTER TABLE thumbnails ADD COLUMN size_bytes bigint NOT NULL DEFAULT 0;

-- Files that were replaced and are still stored, for players that began before.
CREATE TABLE replaced_originals (
    object_key      text PRIMARY KEY,
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    size_bytes      bigint        NOT NULL
);
CREATE INDEX replaced_originals_video ON replaced_originals (video_id);

-- All that is stored of videos, a row a file.
CREATE VIEW stored_files (user_id, video_id, kind, name, size_bytes) AS
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
    SELECT video_id, 'derivative', kind, size_bytes FROM derivatives
)
SELECT v.user_id, f.video_id, CASE WHEN v.deleted_at IS NULL THEN f.kind ELSE 'deleted' END, f.name, f.size_bytes
FROM files f JOIN videos v ON v.video_id = f.video_id;
