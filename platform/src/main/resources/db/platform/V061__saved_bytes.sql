-- What the renditions of a video are estimated to take less than with a ladder that is the same for all videos.
alter table videos add column saved_bytes bigint not null default 0 check (saved_bytes >= 0);
