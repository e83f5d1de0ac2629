export const en = {
  states: {
    uploading: "Uploading",
    preparing: "Preparing",
    polishing: "Plays, adding qualities",
    done: "Ready",
    failed: "Failed",
  },
  source: "Original",
  failures: {
    unknown:
      "The video could not be processed. Try to upload it again; if that fails too, save it as an MP4 file first.",
    empty_file: "The file is empty. Check it on your device and upload it again.",
    not_a_video:
      "This is not a video file, or of a kind that is not supported. Save it as MP4 (H.264) and upload that.",
    playlist: "This is a playlist that points to other files. Upload the video itself.",
    image: "This is a picture, not a video.",
    truncated: "The end of the file is missing. Copy or record it again and upload it whole.",
    no_streams: "The file holds neither pictures nor sound. Check whether it plays on your device.",
    unsupported_codec: "The pictures are coded in a way that cannot be read. Save it as MP4 (H.264) and upload that.",
    too_small: "The pictures are too small to be shown.",
    too_many_streams: "The file holds too many tracks. Save it with one video and one audio track.",
    too_many_pixels: "The pictures are larger than 8K. Save it in a smaller size.",
    too_many_frames: "The video has too many frames a second or in all. Save it with 60 frames a second or fewer.",
    too_long: "The video is too long. Cut it into parts.",
    too_costly_to_probe: "Looking at the file took too long. Save it anew as MP4 and upload that.",
  },
} as const;
