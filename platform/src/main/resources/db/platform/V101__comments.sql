-- Comments. Videos and users are known by id alone.

-- What a channel's owner wants of comments below all their videos.
CREATE TABLE comment_channels (
    user_id       bigint      PRIMARY KEY,
    policy        varchar(10) NOT NULL CHECK (policy IN ('open', 'held', 'closed'))
);

-- A video's comments as a whole. Its row lock orders what happens below a video.
CREATE TABLE comment_rooms (
    video_id      varchar(11) COLLATE "C" PRIMARY KEY,
    owner_id      bigint      NOT NULL,
    -- Null: as the channel has it.
    policy        varchar(10) CHECK (policy IN ('open', 'held', 'closed')),
    pinned_id     bigint,
    -- Comments that everybody sees: those that begin a thread, and all.
    thread_count  bigint      NOT NULL DEFAULT 0,
    comment_count bigint      NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

CREATE TABLE comments (
    comment_id    bigint      PRIMARY KEY,
    video_id      varchar(11) COLLATE "C" NOT NULL REFERENCES comment_rooms,
    user_id       bigint      NOT NULL,
    parent_id     bigint      REFERENCES comments,
    -- The comment that begins the thread; null for itself.
    root_id       bigint      REFERENCES comments,
    parent_author bigint,
    content       text        NOT NULL,
    mentions      text        NOT NULL DEFAULT '',
    version       integer     NOT NULL DEFAULT 1,
    state         varchar(10) NOT NULL CHECK (state IN ('approved', 'held', 'rejected')),
    -- Why it was held or rejected, and by what the rules were reminded: a JSON array.
    reasons       text        NOT NULL DEFAULT '[]',
    spam_score    real        NOT NULL DEFAULT 0,
    hearted       boolean     NOT NULL DEFAULT false,
    like_count    integer     NOT NULL DEFAULT 0,
    dislike_count integer     NOT NULL DEFAULT 0,
    -- Comments below it, at any depth, that everybody sees.
    reply_count   integer     NOT NULL DEFAULT 0,
    report_count  integer     NOT NULL DEFAULT 0,
    -- Lower bound of the Wilson score of its votes.
    rank          double precision NOT NULL DEFAULT 0,
    request_key   varchar(255) COLLATE "C",
    created_at    timestamptz NOT NULL,
    edited_at     timestamptz,
    deleted_at    timestamptz,
    CHECK ((parent_id IS NULL) = (root_id IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX comments_threads ON comments (video_id, comment_id)
    WHERE parent_id IS NULL AND (state = 'approved' AND deleted_at IS NULL OR reply_count > 0);
CREATE INDEX comments_best ON comments (video_id, rank, comment_id)
    WHERE parent_id IS NULL AND (state = 'approved' AND deleted_at IS NULL OR reply_count > 0);
CREATE INDEX comments_replies ON comments (parent_id, comment_id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_below ON comments (root_id, comment_id) WHERE root_id IS NOT NULL;
CREATE INDEX comments_own_held ON comments (user_id, video_id, comment_id) WHERE state = 'held' AND deleted_at IS NULL;
CREATE INDEX comments_waiting ON comments (video_id, comment_id) WHERE state <> 'approved' AND deleted_at IS NULL;
CREATE INDEX comments_reported ON comments (video_id, comment_id) WHERE report_count > 0 AND deleted_at IS NULL;
CREATE UNIQUE INDEX comments_requests ON comments (user_id, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX comment_rooms_owner ON comment_rooms (owner_id);

CREATE TABLE comment_votes (
    comment_id    bigint      NOT NULL REFERENCES comments,
    user_id       bigint      NOT NULL,
    vote          smallint    NOT NULL CHECK (vote IN (-1, 1)),
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (comment_id, user_id)
);

CREATE TABLE comment_reports (
    comment_id    bigint      NOT NULL REFERENCES comments,
    user_id       bigint      NOT NULL,
    reason        varchar(20) NOT NULL,
    note          varchar(500) NOT NULL DEFAULT '',
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (comment_id, user_id)
);
