-- What people are told. One row a person, kind and subject; what happens again to the same subject is gathered in it.
create table notifications (
    notification_id bigint primary key,
    user_id         bigint not null,
    kind            text not null,
    subject         text not null,
    position        bigint not null,     -- time-sorted; grows when something is added: the order of the inbox
    in_app          boolean not null,    -- false: only told by mail or push
    video_id        text,
    comment_id      bigint,
    actor           bigint,              -- who did it last
    actors          integer not null default 1,
    amount          bigint,              -- of milestones
    detail          text,                -- an excerpt, or a code
    happened_at     timestamptz not null,
    read_at         timestamptz,
    read_before     timestamptz,         -- when it was read before something was added
    unique (user_id, kind, subject)
);

create index notifications_inbox on notifications (user_id, position desc) where in_app;
create index notifications_unread on notifications (user_id) where in_app and read_at is null;
create index notifications_by_video on notifications (video_id) where video_id is not null;

-- The comments that a notification gathers, so that it shrinks when one of them goes.
create table notification_sources (
    notification_id bigint not null references notifications on delete cascade,
    comment_id      bigint not null,
    actor           bigint not null,
    detail          text not null,
    added_at        timestamptz not null,
    primary key (notification_id, comment_id)
);

create index notification_sources_by_comment on notification_sources (comment_id);

-- Which ways a person wants for a kind; absent: the defaults.
create table notification_preferences (
    user_id bigint not null references users on delete cascade,
    kind    text not null,
    in_app  boolean not null,
    email   boolean not null,
    push    boolean not null,
    primary key (user_id, kind)
);

create table notification_settings (
    user_id bigint primary key references users on delete cascade,
    digest  text not null check (digest in ('at_once', 'daily'))
);

create table push_subscriptions (
    subscription_id bigint primary key,
    user_id         bigint not null references users on delete cascade,
    endpoint        text not null unique,
    p256dh          bytea not null,
    auth            bytea not null,
    device          text not null,
    created_at      timestamptz not null
);

create index push_subscriptions_by_user on push_subscriptions (user_id);

-- What is still to be sent by mail or push.
create table notification_deliveries (
    notification_id bigint not null references notifications on delete cascade,
    way             text not null check (way in ('email', 'push')),
    due_at          timestamptz not null,
    attempts        integer not null default 0,
    primary key (notification_id, way)
);

create index notification_deliveries_due on notification_deliveries (way, due_at);

-- How far the subscribers of a channel have been told of a new video.
create table notification_fan_outs (
    video_id   text primary key,
    channel    bigint not null,
    told_up_to bigint,
    begun_at   timestamptz not null,
    done_at    timestamptz
);

-- Videos and channels whose counts have grown since their milestones were looked at.
create table milestone_checks (
    kind    text not null check (kind in ('views', 'subscribers')),
    subject text not null,
    primary key (kind, subject)
);
