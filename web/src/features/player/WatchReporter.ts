export interface Play {
  sessionId: string;
  /** Seconds of the video that really ran, in this session so far. */
  playedSeconds: number;
  position: number;
  ended: boolean;
}

/** A jump of the play head longer than this between two ticks is a seek and was not watched. */
const LONGEST_TICK_S = 2;
const REPORT_EVERY_S = 10;

/**
 * Adds up what was really watched and decides when to say so: when play begins, every ten seconds of it, at a pause, at
 * the end and when the page goes away. Says nothing twice. The first report matters: the server believes no more play
 * than time has passed since it.
 */
export class WatchReporter {
  private readonly sessionId: string;
  private readonly send: (play: Play) => void;
  private played = 0;
  private reported = 0;
  private last: number | undefined;
  private begun = false;

  constructor(sessionId: string, send: (play: Play) => void) {
    this.sessionId = sessionId;
    this.send = send;
  }

  /** The play head is at `position` while playing; call it often. */
  tick(position: number): void {
    const step = this.last === undefined ? 0 : position - this.last;
    if (step > 0 && step <= LONGEST_TICK_S) this.played += step;
    this.last = position;
    if (!this.begun || this.played - this.reported >= REPORT_EVERY_S) this.report(position, false);
  }

  /** Playing stopped or the play head jumped: the next tick starts afresh. */
  interrupt(position: number): void {
    if (!this.begun) return;
    this.tick(position);
    this.last = undefined;
    if (this.played > this.reported) this.report(position, false);
  }

  jump(): void {
    this.last = undefined;
  }

  end(position: number): void {
    this.tick(position);
    this.last = undefined;
    this.report(position, true);
  }

  private report(position: number, ended: boolean): void {
    this.begun = true;
    this.reported = this.played;
    this.send({ sessionId: this.sessionId, playedSeconds: round(this.played), position: round(position), ended });
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
