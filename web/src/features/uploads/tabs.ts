type Message = { kind: "who" } | { kind: "mine"; ids: readonly string[] };

/** How long other tabs get to answer; they are on the same machine. */
const ANSWER_MS = 250;

/** Asks the other tabs of this site what they upload, and answers them. */
export function otherTabs(mine: () => readonly string[]) {
  if (!("BroadcastChannel" in window)) return { running: () => Promise.resolve<ReadonlySet<string>>(new Set()) };
  const channel = new BroadcastChannel("vidstead.uploads");
  const answers = new Set<string>();
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "who") channel.postMessage({ kind: "mine", ids: mine() } satisfies Message);
    else for (const id of data.ids) answers.add(id);
  });
  return {
    running: (): Promise<ReadonlySet<string>> => {
      answers.clear();
      channel.postMessage({ kind: "who" } satisfies Message);
      return new Promise((done) => window.setTimeout(() => done(new Set(answers)), ANSWER_MS));
    },
  };
}
