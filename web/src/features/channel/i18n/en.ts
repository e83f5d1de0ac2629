export const en = {
  videos: "Videos",
  playlists: "Playlists",
  about: "About",
  parts: "Parts of the channel",
  noWords: "This channel has not said anything about itself yet.",
  since: "Here since {{date}}",
  more: "More about this channel",
  edit: "Edit your channel",
  empty: {
    title: "No public videos yet",
    text: "Come back another time.",
    own: "Only public videos appear here. Upload one, or make one of yours public.",
    upload: "Upload a video",
    yourVideos: "Your videos",
  },
} as const;
