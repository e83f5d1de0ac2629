export const de = {
  title: "Was in der Welt geschieht",
  text: "Wovon mehrere Kanäle in diesen Tagen erzählen.",
  videos_one: "{{number}} Video",
  videos_other: "{{number}} Videos",
  channels_one: "{{number}} Kanal",
  channels_other: "{{number}} Kanäle",
  since: "seit {{date}}",
  all: "Alles dazu",
  allOf: "Alles zu {{event}}",
  back: "Zurück in {{event}}",
  on: "Weiter in {{event}}",
  talkedAbout: "Viele sprechen über {{event}}",
  others: "Alle Ereignisse",
  empty: {
    title: "Nichts, wovon viele erzählen",
    text: "Sobald mehrere Kanäle innerhalb weniger Tage zur selben Sache etwas veröffentlichen, steht es hier.",
    action: "Ansehen, was im Trend liegt",
  },
  gone: {
    title: "Dieses Ereignis ist vorbei",
    text: "Ereignisse dauern an, solange Kanäle dazu etwas veröffentlichen.",
  },
} as const;
