export const en = {
  title: "Events in the world",
  text: "What several channels talk about in these days.",
  videos_one: "{{number}} video",
  videos_other: "{{number}} videos",
  channels_one: "{{number}} channel",
  channels_other: "{{number}} channels",
  since: "since {{date}}",
  all: "See all of it",
  allOf: "See all about {{event}}",
  back: "Back in {{event}}",
  on: "On in {{event}}",
  talkedAbout: "Many talk about {{event}}",
  others: "All events",
  empty: {
    title: "Nothing that many talk about",
    text: "As soon as several channels publish about the same thing within a few days, it appears here.",
    action: "See what is trending",
  },
  gone: {
    title: "This event is over",
    text: "Events last as long as channels go on publishing about them.",
  },
} as const;
