-- First-line moderation: words that a channel's owner watches, and what their decisions taught.

CREATE TABLE watched_words (
    channel_id bigint      NOT NULL,
    word       varchar(50) NOT NULL,
    PRIMARY KEY (channel_id, word)
);

-- In how many texts that the owner kept or rejected a token stood; the empty token counts the texts.
CREATE TABLE learned_tokens (
    channel_id bigint      NOT NULL,
    token      varchar(40) COLLATE "C" NOT NULL,
    kept       integer     NOT NULL DEFAULT 0,
    rejected   integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (channel_id, token)
);
