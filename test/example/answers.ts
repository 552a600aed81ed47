import type { Page, Route } from 'playwright';

/** What a test makes of an answer: another body, or a status without one. Counts from 1 how often it was asked. */
export type Change = (body: unknown, turn: number) => unknown;

export interface Answers {
  /** Answers what fits with something else from now on; the last one said counts. */
  readonly change: (path: RegExp, to: Change) => void;
  /** Back to what the demo says. */
  readonly restore: () => void;
  /** What the page asked, as `GET /pentests`. */
  readonly asked: string[];
  /** How many of them began with this. */
  readonly count: (start: string) => number;
  /** How many wait for their answer. */
  readonly waiting: () => number;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** Every read reaches the demo once: nobody may read more than 100 times a minute. Writes always do. */
export async function standBetween(page: Page, known: Map<string, Answer>, delayMs = 0): Promise<Answers> {
  const asked: string[] = [];
  let waiting = 0;
  let changes: { path: RegExp; to: Change; turn: number }[] = [];

  async function read(route: Route): Promise<Answer> {
    const request = route.request();
    const key = `${request.url()} ${request.headers()['x-cobalt-organization'] ?? ''}`;
    const before = known.get(key);
    if (before) return before;
    const response = await route.fetch();
    const answer = { status: response.status(), headers: response.headers(), text: await response.text() };
    if (answer.status === 200) known.set(key, answer);
    return answer;
  }

  async function answer(route: Route, path: string): Promise<void> {
    if (route.request().method() !== 'GET') {
      await route.continue();
      return;
    }
    const change = changes.find((one) => one.path.test(path));
    const { text, ...head } = await read(route);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (!change) {
      await route.fulfill({ ...head, body: text });
      return;
    }
    change.turn += 1;
    const instead = change.to(text === '' ? undefined : JSON.parse(text), change.turn);
    await route.fulfill(
      typeof instead === 'number'
        ? { status: instead }
        : { ...head, status: 200, body: JSON.stringify(instead) },
    );
  }

  await page.route('**/api/cobalt/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const path = pathname.replace('/api/cobalt', '') + search;
    asked.push(`${route.request().method()} ${path}`);
    waiting += 1;
    await answer(route, path).finally(() => (waiting -= 1));
  });

  return {
    change(path, to) {
      changes = [{ path, to, turn: 0 }, ...changes];
    },
    restore() {
      changes = [];
    },
    asked,
    waiting: () => waiting,
    count: (start) => asked.filter((line) => line.startsWith(start)).length,
  };
}
