-- Lists of videos. Users and videos are known by id alone; what is gone of them is shown as unavailable.
CREATE TABLE playlists (
    playlist_id     bigint PRIMARY KEY,
    user_id         bigint       NOT NULL,
    kind            varchar(20)  NOT NULL CHECK (kind IN ('own', 'watch_later')),
    title           varchar(150) NOT NULL,
    description     text         NOT NULL,
    privacy         varchar(20)  NOT NULL CHECK (privacy IN ('public', 'unlisted', 'private')),
    -- The number of the newest invitation; the link is a signature over it, so nothing secret is kept.
    invitation      integer      NOT NULL DEFAULT 0,
    invitation_open boolean      NOT NULL DEFAULT false,
    video_count     integer      NOT NULL DEFAULT 0 CHECK (video_count BETWEEN 0 AND 5000),
    created_at      timestamptz  NOT NULL,
    updated_at      timestamptz  NOT NULL,
    CHECK (kind = 'own' OR privacy = 'private')
);

CREATE UNIQUE INDEX playlists_watch_later ON playlists (user_id) WHERE kind = 'watch_later';
CREATE INDEX playlists_by_owner ON playlists (user_id, updated_at DESC, playlist_id DESC);

CREATE TABLE playlist_items (
    item_id         bigint PRIMARY KEY,
    playlist_id     bigint       NOT NULL REFERENCES playlists ON DELETE CASCADE,
    video_id        varchar(11) COLLATE "C" NOT NULL,
    -- Orders the items of a list; numbered with gaps.
    rank            bigint       NOT NULL,
    added_by        bigint       NOT NULL,
    added_at        timestamptz  NOT NULL,
    UNIQUE (playlist_id, video_id),
    -- Looked at when a statement ends, because numbering anew passes through numbers that are taken.
    CONSTRAINT playlist_items_order UNIQUE (playlist_id, rank) DEFERRABLE INITIALLY IMMEDIATE
);

CREATE TABLE playlist_collaborators (
    playlist_id     bigint       NOT NULL REFERENCES playlists ON DELETE CASCADE,
    user_id         bigint       NOT NULL,
    joined_at       timestamptz  NOT NULL,
    PRIMARY KEY (playlist_id, user_id)
);

CREATE INDEX playlist_collaborators_user ON playlist_collaborators (user_id);
