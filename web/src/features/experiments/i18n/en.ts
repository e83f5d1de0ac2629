export const en = {
  title: "Experiments",
  text: "Tries another way of doing something on a part of the signed-in people, and shows whether it is better. Who gets what follows from a hash: the same every day and on every server.",
  trials: { "recommendations.diversity": "Lists of more kinds in recommendations" },
  measures: {
    "recommendations.diversity": "Measured: videos liked or watched to the end by a person since they saw their lists.",
  },
  variants: { usual: "As usual", more: "More kinds" },
  share: "Part of the people, in percent",
  begin: "Begin",
  end: "End the experiment",
  running: "Runs since {{date}} with {{percent}} % of the people",
  ended: "From {{date}} to {{end}} with {{percent}} % of the people",
  none: "Nothing was tried yet.",
  columns: { variant: "Variant", people: "People", mean: "A person, on average", difference: "Against the usual" },
  between: "{{low}} to {{high}}",
  unknown: "not known yet",
  better: "better",
  worse: "worse",
  open: "no difference shown",
  confidence:
    "Ranges hold the true value in 95 of 100 experiments. Decide before the beginning how many people are to see it: thirty a variant at least.",
} as const;
