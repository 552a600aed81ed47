import type { Page, Route } from 'playwright';

/** What a test makes of an answer: another body, or a status without one. */
export type Change = (body: unknown) => unknown;

/** The same thing with some of its fields made otherwise. */
export function withFields<Fields extends object>(change: (fields: Fields) => Partial<Fields>): Change {
  return (body) => {
    const { data } = body as { data: { resource: Fields } };
    return { data: { ...data, resource: { ...data.resource, ...change(data.resource) } } };
  };
}

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
  let changes: { path: RegExp; to: Change }[] = [];

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
    const instead = change.to(text === '' ? undefined : JSON.parse(text));
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
      changes = [{ path, to }, ...changes];
    },
    restore() {
      changes = [];
    },
    asked,
    waiting: () => waiting,
    count: (start) => asked.filter((line) => line.startsWith(start)).length,
  };
}
