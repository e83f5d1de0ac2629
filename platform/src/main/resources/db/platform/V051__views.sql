-- When a viewer's view of a video was last counted: what makes counting idempotent, and one view a viewer in a while.
-- The viewer is a keyed hash of a user id or of address and agent.
CREATE TABLE view_marks (
    video_id    varchar(11) COLLATE "C" NOT NULL,
    viewer      varchar(43) COLLATE "C" NOT NULL,
    counted_at  timestamptz NOT NULL,
    PRIMARY KEY (video_id, viewer)
);

CREATE INDEX view_marks_old ON view_marks (counted_at);
