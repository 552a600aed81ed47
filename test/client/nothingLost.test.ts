// @vitest-environment node
import { type AnyCobaltError, createAsset, createCobaltClient, isCobaltError } from 'cobalt-react';
import { createMockCobalt, MOCK_TOKEN } from 'cobalt-react/testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { randomBy } from '../../bench/connection/random.mjs';
import { MEDIA_TYPE, reasonOf } from './connect.ts';

/** 10,000 people who create something on a bad day. None makes it twice, and none is told what is not so. */

const PEOPLE = 10_000;
/** How many share a server: its lists grow with them. */
const TOGETHER = 500;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
const answer = (status: number, body = '', type = MEDIA_TYPE): Response =>
  new Response(body, { status, headers: { 'Content-Type': type } });
const brokenOff = (): Response =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    }),
    { status: 201, headers: { 'Content-Type': MEDIA_TYPE } },
  );

type Send = () => Promise<Response>;

/** What may happen to one request. `send` lets the server do its work. */
const fates: Record<string, (send: Send, signal: AbortSignal) => Promise<Response>> = {
  fine: (send) => send(),
  'slow on the way there': async (send) => {
    await new Promise((resolve) => setTimeout(resolve, 9000));
    return send();
  },
  'lost on the way there': () => Promise.reject(new TypeError('Failed to fetch')),
  'lost on the way back': async (send) => {
    await send();
    throw new TypeError('Failed to fetch');
  },
  'never arrives': (_send, signal) => never(signal),
  'arrives, and the answer never comes': async (send, signal) => {
    await send();
    return never(signal);
  },
  'breaks before the work': async () => answer(500),
  'breaks after the work': async (send) => {
    await send();
    return answer(502, '<h1>Bad gateway', 'text/html');
  },
  'a page instead of the answer': async (send) => {
    await send();
    return answer(200, '<h1>Sign in', 'text/html');
  },
  'half an answer': async (send) => {
    await send();
    return brokenOff();
  },
  // By the API's documentation offline: it did nothing.
  maintenance: async () => answer(503),
  'a gateway says 503 after the work': async (send) => {
    await send();
    return answer(503, '<h1>Service unavailable', 'text/html');
  },
  'too many': async () => answer(429),
  refused: async () => answer(422, '{"errors":{"title":["no"]}}'),
  'not allowed': async () => answer(403),
};

type Belief = 'made' | 'not made' | 'in doubt';

interface Story {
  readonly title: string;
  readonly belief: Belief;
  readonly happened: readonly string[];
  readonly error: AnyCobaltError | undefined;
}

/** What a person knows after an error, by what the library promises: nothing but its kind and its fields. */
function beliefAfter(error: AnyCobaltError, wasInDoubt: boolean): Belief {
  if (error.kind === 'already-sent' && error.probablySucceeded) return 'made';
  if (error.retrySafeUntil !== undefined) return 'in doubt';
  // What was never sent says nothing about an earlier try.
  if (error.attempts === 0) return wasInDoubt ? 'in doubt' : 'not made';
  return 'not made';
}

async function day(first: number): Promise<{ stories: readonly Story[]; made: ReadonlyMap<string, number> }> {
  const cobalt = createMockCobalt({ limits: { read: 1e9, write: 1e9 }, now: () => Date.now() });
  const organization = cobalt.data.organizations[0]!;
  const names = Object.keys(fates);
  const isThere = (title: string): boolean => cobalt.data.assets.some((asset) => asset.title === title);

  async function live(number: number): Promise<Story> {
    const random = randomBy(number);
    const title = `Asset ${String(number)}`;
    const happened: string[] = [];
    const client = createCobaltClient({
      region: 'us',
      token: MOCK_TOKEN,
      organization: { id: organization.id, token: organization.token },
      timeoutMs: 10_000,
      fetch: (input, init) => {
        if (init?.method !== 'POST') return cobalt.fetch(input, init);
        const fate = random() < 0.25 ? 'fine' : names[Math.floor(random() * names.length)]!;
        happened.push(fate);
        return fates[fate]!(() => cobalt.fetch(input, { ...init, signal: null }), init.signal!);
      },
    });
    // The object that the form submits: it outlives the form, so that another form can send it again.
    let params = { title, asset_type: 'web' };
    let belief: Belief = 'not made';
    let error: AnyCobaltError | undefined;
    for (let tries = 0; tries < 6; tries += 1) {
      const reason = await reasonOf(client.call(createAsset, params));
      if (!(reason instanceof Error)) return { title, belief: 'made', happened, error: undefined };
      if (!isCobaltError(reason)) throw reason;
      const isDead = belief === 'in doubt' && reason === error;
      error = reason;
      belief = beliefAfter(reason, belief === 'in doubt');
      if (belief === 'made') break;
      if (isDead) {
        // Nothing was sent for five minutes: the person looks, and decides.
        happened.push('the person looks');
        if (isThere(title)) return { title, belief: 'made', happened, error };
        params = { ...params };
        belief = 'not made';
        error = undefined;
        continue;
      }
      if (random() < 0.15) break;
      // Mostly at once, sometimes after lunch.
      const waits = [100, 2000, 20_000, 70_000, 280_000, 289_500, 310_000];
      await new Promise((resolve) => setTimeout(resolve, waits[Math.floor(random() * waits.length)]));
    }
    return { title, belief, happened, error };
  }

  const lives = Promise.all(Array.from({ length: TOGETHER }, (_, number) => live(first + number)));
  for (let minute = 0; minute < 45; minute += 1) await vi.advanceTimersByTimeAsync(60_000);
  const stories = await lives;
  const made = new Map<string, number>();
  for (const { title } of cobalt.data.assets) made.set(title, (made.get(title) ?? 0) + 1);
  return { stories, made };
}

it(`${String(PEOPLE)} creations: no duplicate, none lost without a word`, async () => {
  const told: Record<Belief, number> = { made: 0, 'not made': 0, 'in doubt': 0 };
  const wrong: object[] = [];
  const happened = new Set<string>();
  for (let first = 0; first < PEOPLE; first += TOGETHER) {
    const { stories, made } = await day(first);
    for (const story of stories) {
      const count = made.get(story.title) ?? 0;
      told[story.belief] += 1;
      for (const one of story.happened) happened.add(one);
      const isTrue = { made: count === 1, 'not made': count === 0, 'in doubt': count <= 1 }[story.belief];
      if (!isTrue) wrong.push({ ...story, count });
    }
  }
  expect(wrong).toEqual([]);
  // Something of everything came up, or the rest says nothing.
  expect(told.made).toBeGreaterThan(PEOPLE / 3);
  expect(told['not made']).toBeGreaterThan(PEOPLE / 50);
  expect(told['in doubt']).toBeGreaterThan(PEOPLE / 50);
  expect([...happened].sort()).toEqual([...Object.keys(fates), 'the person looks'].sort());
}, 300_000);
