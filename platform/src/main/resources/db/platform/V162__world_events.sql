-- Events in the world, found anew every minute: the id is that of the first video, place 0 has most videos; terms and videos
-- (the latest first) are one a line.
CREATE TABLE world_events (
    event_id  varchar(11) COLLATE "C" PRIMARY KEY,
    place     integer     NOT NULL,
    terms     text        NOT NULL,
    began_at  timestamptz NOT NULL,
    latest_at timestamptz NOT NULL,
    videos    text        NOT NULL
);
