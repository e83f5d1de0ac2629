-- One-time tickets that open a socket. Unlogged: after a crash people ask for another.
create unlogged table realtime_ticket (
    hash       bytea       primary key,
    user_id    bigint      not null,
    role       text        not null,
    sign_in    bigint      not null,
    expires_at timestamptz not null
);

create index realtime_ticket_by_expiry on realtime_ticket (expires_at);

comment on column realtime_ticket.hash is 'SHA-256 of the ticket';
comment on column realtime_ticket.sign_in is 'the socket ends with it';
