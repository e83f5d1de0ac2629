-- Timelines (see PostgresTimelines). Partitions, by kind and within a kind by month, are made when their first entry comes.

CREATE TABLE timeline_entries (
    kind text        COLLATE "C" NOT NULL,
    key  text        COLLATE "C" NOT NULL,
    time timestamptz NOT NULL,
    id   bigint      NOT NULL,
    body text        NOT NULL,
    PRIMARY KEY (kind, key, time, id)
) PARTITION BY LIST (kind);
