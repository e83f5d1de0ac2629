-- Renditions that play before they are complete. Each segment is an object of its own until the whole is; an encode that
-- begins anew has a row of its own beside that of the one that was cut off.
CREATE TABLE growing_renditions (
    video_id        varchar(11) COLLATE "C" NOT NULL REFERENCES videos ON DELETE CASCADE,
    kind            varchar(10)   NOT NULL CHECK (kind IN ('video', 'audio')),
    name            varchar(64)   NOT NULL,
    file_name       varchar(128)  NOT NULL,
    -- The encode that writes it.
    run             varchar(16)   NOT NULL,
    segment_index   text          NOT NULL,
    PRIMARY KEY (video_id, file_name)
);
