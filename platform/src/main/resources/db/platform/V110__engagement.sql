-- Reactions, shares and subscriptions. Counts of them are the events' consumers' to keep, exactly and in batches.
ALTER TABLE video_counts ADD COLUMN share_count bigint NOT NULL DEFAULT 0;

-- Whether everybody sees how many dislike a channel's videos, or only the channel itself.
ALTER TABLE users ADD COLUMN public_dislikes boolean NOT NULL DEFAULT false;

-- What each user thinks of a video: 1 likes it, -1 dislikes it, 0 has taken it back. "counted" is what the counts hold of
-- it; a row that says 0 in both is deleted.
CREATE TABLE reactions (
    video_id   varchar(11) COLLATE "C" NOT NULL,
    user_id    bigint      NOT NULL,
    reaction   smallint    NOT NULL CHECK (reaction BETWEEN -1 AND 1),
    counted    smallint    NOT NULL DEFAULT 0 CHECK (counted BETWEEN -1 AND 1),
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (video_id, user_id)
);

CREATE INDEX reactions_liked ON reactions (user_id, changed_at DESC, video_id DESC) WHERE reaction = 1;

-- Which viewers' shares of a video were counted on which day: what makes counting idempotent. The viewer is a keyed hash.
CREATE TABLE share_marks (
    video_id varchar(11) COLLATE "C" NOT NULL,
    viewer   varchar(43) COLLATE "C" NOT NULL,
    day      date        NOT NULL,
    PRIMARY KEY (video_id, viewer, day)
);

CREATE INDEX share_marks_old ON share_marks (day);

-- Who follows which channel. "counted" as with reactions; a row that is neither active nor counted is deleted.
CREATE TABLE subscriptions (
    channel_id bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    active     boolean     NOT NULL,
    counted    boolean     NOT NULL DEFAULT false,
    bell       varchar(12) NOT NULL CHECK (bell IN ('all', 'personalised', 'none')),
    since      timestamptz NOT NULL,
    PRIMARY KEY (channel_id, user_id),
    CHECK (channel_id <> user_id)
);

CREATE INDEX subscriptions_of_user ON subscriptions (user_id, since DESC, channel_id DESC) WHERE active;
