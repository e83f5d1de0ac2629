export const en = {
  heading: "Videos",
  kinds: "Kinds of videos",
  newest: "New",
  popular: "Most watched",
  earlierKinds: "Earlier kinds",
  moreKinds: "More kinds",
  fresh: {
    title: "Nobody has shared a video yet",
    text: "Yours can be the first. It is playable about a second after its last byte has arrived.",
    action: "Upload a video",
  },
  noneOfKind: {
    title: "No videos of this kind yet",
    text: "Upload one, or look at everything else.",
    action: "Show all videos",
  },
} as const;
