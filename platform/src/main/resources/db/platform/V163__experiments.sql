-- Experiments with people's page, and who saw which variant when first.
CREATE TABLE experiments (
    experiment_id bigint PRIMARY KEY,
    trial         text        NOT NULL,
    percent       smallint    NOT NULL CHECK (percent BETWEEN 1 AND 100),
    begun_by      bigint      NOT NULL,
    begun_at      timestamptz NOT NULL,
    ended_at      timestamptz
);

CREATE UNIQUE INDEX experiments_running ON experiments (trial) WHERE ended_at IS NULL;

CREATE TABLE experiment_exposures (
    experiment_id bigint      NOT NULL REFERENCES experiments ON DELETE CASCADE,
    user_id       bigint      NOT NULL,
    variant       text        NOT NULL,
    exposed_at    timestamptz NOT NULL,
    PRIMARY KEY (experiment_id, user_id)
);
