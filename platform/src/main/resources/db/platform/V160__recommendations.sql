-- What recommendations know of somebody: one row a video they watched or thought something of.
CREATE TABLE taste_signals (
    user_id    bigint      NOT NULL,
    video_id   varchar(11) COLLATE "C" NOT NULL,
    -- The largest share of it that was seen, and whether it was seen to the end.
    watched    real        NOT NULL DEFAULT 0 CHECK (watched BETWEEN 0 AND 1),
    completed  boolean     NOT NULL DEFAULT false,
    reaction   smallint    NOT NULL DEFAULT 0 CHECK (reaction BETWEEN -1 AND 1),
    at         timestamptz NOT NULL,
    PRIMARY KEY (user_id, video_id)
);

CREATE INDEX taste_signals_recent ON taste_signals (user_id, at DESC);
CREATE INDEX taste_signals_at ON taste_signals (at DESC);

-- What each viewer chose. Nothing that happened before "since" is learned any more; "until switched on" nothing at all.
CREATE TABLE taste_choices (
    user_id       bigint PRIMARY KEY,
    personalised  boolean     NOT NULL DEFAULT true,
    since         timestamptz,
    fresh         smallint    NOT NULL DEFAULT 0 CHECK (fresh BETWEEN -2 AND 2),
    subscriptions smallint    NOT NULL DEFAULT 0 CHECK (subscriptions BETWEEN -2 AND 2),
    short         smallint    NOT NULL DEFAULT 0 CHECK (short BETWEEN -2 AND 2),
    categories    text[]      NOT NULL DEFAULT '{}'
);

-- What was taken out of a history or a profile: what happened before that and arrives later is not learned.
CREATE TABLE taste_forgotten (
    user_id      bigint      NOT NULL,
    video_id     varchar(11) COLLATE "C" NOT NULL,
    forgotten_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, video_id)
);

CREATE INDEX taste_forgotten_old ON taste_forgotten (forgotten_at);

-- What somebody does not want to be offered: a video by its id, a channel by its owner's number.
CREATE TABLE taste_refusals (
    user_id    bigint      NOT NULL,
    kind       varchar(10) NOT NULL CHECK (kind IN ('video', 'channel')),
    target     text        COLLATE "C" NOT NULL,
    refused_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind, target)
);

-- The trained model: for each video those that who watched it will like, with the weights of the model's row.
CREATE TABLE video_neighbours (
    video_id   varchar(11) COLLATE "C" PRIMARY KEY,
    near       text[]      NOT NULL,
    weights    real[]      NOT NULL
);

CREATE TABLE neighbours_trained (
    only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    trained_at   timestamptz NOT NULL,
    interactions integer NOT NULL,
    viewers      integer NOT NULL,
    videos       integer NOT NULL,
    took_ms      integer NOT NULL
);
