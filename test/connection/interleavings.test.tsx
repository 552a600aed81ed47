import { notifyManager } from '@tanstack/react-query';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { isLong } from '../setup/isLong.ts';
import { crowd } from './simulation/crowd.ts';
import { steps } from './simulation/happenings.ts';
import { play, type Story } from './simulation/play.ts';
import type { ApiSettings } from './simulation/simulatedApi.ts';
import type { Answer, TabSettings } from './simulation/tab.tsx';

// The seed and path that a failure names play that story again, with `-t` and the first words of its test.
const { COBALT_SEED = '20260101', COBALT_PATH, COBALT_RUNS = isLong ? '5000' : '80' } = process.env;
const LONGEST_MS = 30 * 60_000;
const MOST_REFUSED = 6;

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

const api: fc.Arbitrary<ApiSettings> = fc.record({
  limits: fc.constant({ read: 100, write: 20 }),
  phaseMs: fc.nat(59_999),
  limitStatus: fc.constantFrom(429, 509),
  saysRetryAfter: fc.boolean(),
  hidesHeaders: fc.boolean(),
});

const story: fc.Arbitrary<Story> = fc.record({
  seed: fc.nat(),
  api,
  tabs: fc.array(tab, { minLength: 1, maxLength: 2 }),
  isCutShort: fc.boolean(),
  steps,
});

const settings = (runs: number) => ({
  numRuns: runs,
  seed: Number(COBALT_SEED),
  ...(COBALT_PATH && { path: COBALT_PATH }),
});

it('whatever happens, and in whichever order: nothing is sent that must not be, nobody is asked twice, no write is lost or doubled, everything comes back, and nothing is left', {
  timeout: LONGEST_MS,
}, async () => {
  await fc.assert(fc.asyncProperty(story, play), settings(Number(COBALT_RUNS)));
});

it('beside another tool of the same user at most as many are refused in one window as may be on their way unknown', {
  timeout: LONGEST_MS,
}, async () => {
  const property = fc.asyncProperty(fc.nat(), api, async (seed, one) => {
    expect(Math.max(0, ...(await crowd(seed, one)))).toBeLessThanOrEqual(MOST_REFUSED);
  });
  await fc.assert(property, settings(Math.ceil(Number(COBALT_RUNS) / 20)));
});
