export interface Chapter {
  /** Seconds. */
  start: number;
  title: string;
}

/** The chapter that holds a moment; they are in order and begin at 0. */
export const chapterAt = (chapters: readonly Chapter[], seconds: number): Chapter | undefined =>
  chapters.findLast(({ start }) => start <= seconds + 0.05);
