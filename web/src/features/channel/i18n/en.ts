export const en = {
  videos: "Videos",
  live: "Live",
  about: "About",
  parts: "Parts of the channel",
  notLive: {
    title: "Not live right now",
    text: "When this channel goes live, it appears here.",
  },
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
