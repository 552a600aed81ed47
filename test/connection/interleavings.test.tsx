import { notifyManager } from '@tanstack/react-query';
import fc from 'fast-check';
import { beforeEach, it } from 'vitest';
import { steps } from './simulation/happenings.ts';
import { play, type Story } from './simulation/play.ts';
import type { Answer, TabSettings } from './simulation/tab.tsx';

// `npm run soak:connection` plays thousands of other ones, and a seed and path that a failure names plays that one again.
const { CONNECTION_RUNS = '80', CONNECTION_SEED = '20260101', CONNECTION_PATH } = process.env;
const LONGEST_MS = 30 * 60_000;

beforeEach(() => {
  // As in a browser: React renders when it finds the time, and nobody waits for it.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  notifyManager.setNotifyFunction((notify) => {
    notify();
  });
});

const tab: fc.Arbitrary<TabSettings> = fc.record({
  isStrict: fc.boolean(),
  tokenDelayMs: fc.constantFrom(undefined, 0, 40),
  answers: fc.array(
    fc.constantFrom<Answer>('rotated', 'rotated', 'wrong', 'other person', 'gives up', 'fails'),
    { minLength: 1, maxLength: 3 },
  ),
  answerAfterMs: fc.constantFrom(0, 500, 8000),
});

const story: fc.Arbitrary<Story> = fc.record({
  seed: fc.nat(),
  api: fc.record({
    limits: fc.constant({ read: 100, write: 20 }),
    phaseMs: fc.nat(59_999),
    limitStatus: fc.constantFrom(429, 509),
    saysRetryAfter: fc.boolean(),
    hidesHeaders: fc.boolean(),
  }),
  tabs: fc.array(tab, { minLength: 1, maxLength: 2 }),
  isCutShort: fc.boolean(),
  steps,
});

it('whatever happens, and in whichever order: nothing is sent that must not be, nobody is asked twice, no write is lost or doubled, everything comes back, and nothing is left', {
  timeout: LONGEST_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      await play(one);
    }),
    {
      numRuns: Number(CONNECTION_RUNS),
      seed: CONNECTION_SEED === 'any' ? Date.now() : Number(CONNECTION_SEED),
      ...(CONNECTION_PATH && { path: CONNECTION_PATH }),
    },
  );
});
