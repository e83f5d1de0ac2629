-- The event log (see PostgresEventLog for how positions are given) and the outbox.

CREATE TABLE event_partitions (
    topic         text   NOT NULL,
    partition     int    NOT NULL,
    -- The position that the next event gets. Its row lock, held until commit, is what orders writers.
    next_position bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

CREATE TABLE events (
    topic       text        NOT NULL,
    partition   int         NOT NULL,
    position    bigint      NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    id          uuid        NOT NULL,
    type        text        NOT NULL,
    version     int         NOT NULL,
    time        timestamptz NOT NULL,
    key         text        NOT NULL,
    actor       text,
    payload     text        NOT NULL,
    PRIMARY KEY (topic, partition, position)
);

CREATE TABLE event_offsets (
    consumer_group text   NOT NULL,
    topic          text   NOT NULL,
    partition      int    NOT NULL,
    -- The first position that the group has not consumed.
    next_position  bigint NOT NULL DEFAULT 1,
    -- How many events to try at once; halved by a failure, doubled by a success. Null: as many as the consumer likes.
    batch_limit    int,
    -- Failures of the event at next_position when tried alone.
    attempts       int    NOT NULL DEFAULT 0,
    retry_at       timestamptz,
    last_error     text,
    PRIMARY KEY (consumer_group, topic, partition)
) WITH (fillfactor = 50);

CREATE TABLE outbox (
    position bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       uuid        NOT NULL,
    type     text        NOT NULL,
    version  int         NOT NULL,
    time     timestamptz NOT NULL,
    key      text        NOT NULL,
    actor    text,
    payload  text        NOT NULL
);
