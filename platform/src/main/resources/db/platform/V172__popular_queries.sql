-- Who searched for what, to know which searches are popular: each of them is under a name of its own for every query, so that
-- nobody's searches can be put together.
create table search_askers (
    query    varchar(60) not null,
    asker    bytea       not null,
    asked_on date        not null,
    primary key (query, asker)
);

create index search_askers_old on search_askers (asked_on);
