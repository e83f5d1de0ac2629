export const en = {
  title: "Trending",
  text: "What many different people watch, like and share. Clicks of a few do not count as many.",
  events: "Events in the world",
  ranges: { label: "Period", day: "Today", week: "Week", month: "Month", all: "Year" },
  kinds: "Kinds of videos",
  everything: "All",
  likes_one: "{{likes}} like",
  likes_other: "{{likes}} likes",
  place: "Place {{place}}",
  empty: {
    title: "Nothing stands out yet",
    text: "As soon as people watch and like videos of this kind, they appear here. A longer period may show some.",
    action: "See all videos",
  },
} as const;
