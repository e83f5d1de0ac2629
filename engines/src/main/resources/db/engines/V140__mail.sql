-- What was sent by mail. One row a key: the same key is never sent twice while its row is kept.
create table mail (
    mail_key    text primary key,
    number      bigint generated always as identity unique,
    -- 'sending': somebody has it in hand since claimed_at; 'sent': an SMTP server took it; 'kept': it stays here to be read
    state       text not null check (state in ('sending', 'sent', 'kept')),
    claimed_at  timestamptz not null,
    recipient   text,
    subject     text,
    text_body   text,
    html_body   text,
    headers     text
);

create index mail_by_time on mail (claimed_at);
create index mail_kept on mail (number desc) where state = 'kept';
