-- What was decided of a video's ladder, as the media library writes it. Decided once, so that whoever goes on with a video
-- goes on with equal settings.
alter table processing add column ladder_plan text;
