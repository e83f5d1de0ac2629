export const de = {
  title: "Versuche",
  text: "Probiert an einem Teil der Angemeldeten eine andere Art aus und zeigt, ob sie besser ist. Wer was bekommt, folgt aus einer Prüfsumme: jeden Tag und auf jedem Server dasselbe.",
  trials: { "recommendations.diversity": "Vielfältigere Listen bei Empfehlungen" },
  measures: {
    "recommendations.diversity":
      "Gemessen: Videos, die jemand mochte oder zu Ende sah, seit ihm seine Listen gezeigt wurden.",
  },
  variants: { usual: "Wie üblich", more: "Vielfältiger" },
  share: "Teil der Leute, in Prozent",
  begin: "Beginnen",
  end: "Versuch beenden",
  running: "Läuft seit {{date}} mit {{percent}} % der Leute",
  ended: "Von {{date}} bis {{end}} mit {{percent}} % der Leute",
  none: "Noch wurde nichts ausprobiert.",
  columns: { variant: "Art", people: "Leute", mean: "Je Person im Mittel", difference: "Gegenüber dem Üblichen" },
  between: "{{low}} bis {{high}}",
  unknown: "noch nicht bekannt",
  better: "besser",
  worse: "schlechter",
  open: "kein Unterschied erwiesen",
  confidence:
    "Die Bereiche enthalten den wahren Wert in 95 von 100 Versuchen. Leg vor dem Beginn fest, wie viele Leute es sehen sollen: mindestens dreißig je Art.",
} as const;
