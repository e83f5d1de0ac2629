-- Secrets of the site that all its servers share.
CREATE TABLE site_secrets (
    name       text PRIMARY KEY,
    value      bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Keys that sign access tokens. The newest signs; older ones verify until their last token has expired.
CREATE TABLE token_keys (
    kid         text PRIMARY KEY,
    private_key bytea NOT NULL,
    public_key  bytea NOT NULL,
    created_at  timestamptz NOT NULL
);

-- People and their channels (one each). Names and addresses are stored in lower case.
CREATE TABLE users (
    id                  bigint PRIMARY KEY,
    username            varchar(50) NOT NULL UNIQUE,
    email               varchar(255) NOT NULL UNIQUE,
    password_hash       varchar(255) NOT NULL,
    role                varchar(20) NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'moderator', 'administrator')),
    display_name        varchar(100),
    avatar_url          text,
    banner_url          text,
    channel_name        varchar(100),
    channel_description text,
    subscriber_count    integer NOT NULL DEFAULT 0,
    is_verified         boolean NOT NULL DEFAULT false,
    is_active           boolean NOT NULL DEFAULT true,
    preferences         jsonb NOT NULL DEFAULT '{}',
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL
);

CREATE INDEX users_administrators ON users (id) WHERE role = 'administrator';

-- A sign-in on one device: the family of its refresh tokens.
CREATE TABLE sign_ins (
    id           bigint PRIMARY KEY,
    user_id      bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    device       varchar(256) NOT NULL,
    address      varchar(64) NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    revoked_at   timestamptz
);

CREATE INDEX sign_ins_user ON sign_ins (user_id);

CREATE TABLE refresh_tokens (
    hash       bytea PRIMARY KEY,
    sign_in_id bigint NOT NULL REFERENCES sign_ins ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX refresh_tokens_sign_in ON refresh_tokens (sign_in_id);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

-- The one-time link that makes the first administrator; only its hash, and only the newest.
CREATE TABLE setup_token (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    hash     bytea NOT NULL
);
