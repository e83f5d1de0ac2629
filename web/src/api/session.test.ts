import { describe, expect, test } from "vitest";
import { networkProblem } from "./problem";
import { Session, type SessionChannel, type SessionMessage, type SessionParts, type TokenGrant } from "./session";

/** One browser: tabs share the cookie, the lock, the broadcast channel and the hint. */
class Browser {
  refreshes = 0;
  logouts = 0;
  time = 1_000_000;
  answer: () => Promise<TokenGrant | null> = () =>
    Promise.resolve({ access_token: `token-${this.refreshes}`, expires_in: 900 });
  private signedIn: boolean;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly tabs: ((message: SessionMessage) => void)[] = [];
  /** Messages between tabs arrive late, as real ones do. */
  private readonly held: (() => void)[] = [];

  constructor(signedIn = true) {
    this.signedIn = signedIn;
  }

  tab(): Session {
    const parts: SessionParts = {
      refresh: () => {
        this.refreshes++;
        return this.answer();
      },
      logout: () => {
        this.logouts++;
        return Promise.resolve();
      },
      now: () => this.time,
      exclusively: (work) => {
        const turn = this.queue.then(work);
        this.queue = turn.catch(() => undefined);
        return turn;
      },
      channel: this.channel(),
      hint: {
        get: () => this.signedIn,
        set: (signedIn) => {
          this.signedIn = signedIn;
        },
      },
    };
    return new Session(parts);
  }

  deliver(): void {
    for (const message of this.held.splice(0)) message();
  }

  private channel(): SessionChannel {
    let own: ((message: SessionMessage) => void) | undefined;
    return {
      listen: (receive) => {
        own = receive;
        this.tabs.push(receive);
      },
      post: (message) => {
        for (const tab of this.tabs) if (tab !== own) this.held.push(() => tab(message));
      },
    };
  }
}

describe("a session", () => {
  test("asks nobody for anonymous visitors", async () => {
    const browser = new Browser(false);
    expect(await browser.tab().accessToken()).toBeNull();
    expect(browser.refreshes).toBe(0);
  });

  test("refreshes once for many requests at the same time", async () => {
    const browser = new Browser();
    const tab = browser.tab();
    const tokens = await Promise.all([tab.accessToken(), tab.accessToken(), tab.accessToken()]);
    expect(tokens).toEqual(["token-1", "token-1", "token-1"]);
    expect(browser.refreshes).toBe(1);
  });

  test("uses a token until shortly before its end, then renews it", async () => {
    const browser = new Browser();
    const tab = browser.tab();
    await tab.accessToken();
    browser.time += 860_000;
    expect(await tab.accessToken()).toBe("token-1");
    browser.time += 20_000;
    expect(await tab.accessToken()).toBe("token-2");
  });

  test("takes another tab's fresh token instead of refreshing again", async () => {
    const browser = new Browser();
    const [one, other] = [browser.tab(), browser.tab()];
    await one.accessToken();
    browser.deliver();
    expect(await other.accessToken()).toBe("token-1");
    expect(browser.refreshes).toBe(1);
  });

  test("refreshes one after the other when two tabs start at once", async () => {
    const browser = new Browser();
    let running = 0;
    browser.answer = async () => {
      expect(++running).toBe(1);
      await Promise.resolve();
      running--;
      return { access_token: `token-${browser.refreshes}`, expires_in: 900 };
    };
    const [one, other] = [browser.tab(), browser.tab()];
    await Promise.all([one.accessToken(), other.accessToken()]);
    expect(browser.refreshes).toBe(2);
  });

  test("replaces a refused token once, however many requests it failed", async () => {
    const browser = new Browser();
    const tab = browser.tab();
    const stale = (await tab.accessToken()) ?? "";
    expect(await Promise.all([tab.replace(stale), tab.replace(stale)])).toEqual(["token-2", "token-2"]);
    expect(await tab.replace(stale)).toBe("token-2");
    expect(browser.refreshes).toBe(2);
  });

  test("becomes anonymous in all tabs when the server knows nobody", async () => {
    const browser = new Browser();
    const [one, other] = [browser.tab(), browser.tab()];
    browser.answer = () => Promise.resolve(null);
    expect(await one.accessToken()).toBeNull();
    browser.deliver();
    expect(other.snapshot().kind).toBe("anonymous");
    expect(browser.tab().snapshot().kind).toBe("anonymous");
  });

  test("stays signed in while the server cannot be reached", async () => {
    const browser = new Browser();
    const tab = browser.tab();
    browser.answer = () => Promise.reject(networkProblem(new TypeError("Failed to fetch")));
    await expect(tab.accessToken()).rejects.toMatchObject({ code: "network" });
    expect(tab.snapshot().kind).toBe("unknown");
    browser.answer = () => Promise.resolve({ access_token: "late", expires_in: 900 });
    expect(await tab.accessToken()).toBe("late");
  });

  test("signs out here and in the other tabs", async () => {
    const browser = new Browser();
    const [one, other] = [browser.tab(), browser.tab()];
    await one.accessToken();
    await one.signOut();
    browser.deliver();
    expect([one.snapshot().kind, other.snapshot().kind]).toEqual(["anonymous", "anonymous"]);
    expect(browser.logouts).toBe(1);
    expect(await other.accessToken()).toBeNull();
  });
});
