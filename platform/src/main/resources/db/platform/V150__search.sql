-- Vectors of what videos say and are said to be, by the text that they were made of and the model that made them: an index is
-- built anew without asking the model again.
CREATE TABLE search_vectors (
    video_id varchar(11) COLLATE "C" NOT NULL,
    digest   char(64) COLLATE "C"    NOT NULL,
    model    text                    NOT NULL,
    vector   bytea                   NOT NULL,
    PRIMARY KEY (video_id, digest)
);
