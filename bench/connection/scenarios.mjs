import { randomBy } from './random.mjs';

export const WANTED = 500;
export const LIMIT = 100;
export const WINDOW_MS = 60_000;
/** From leaving to the answer's arrival; half of it on the way there. */
export const LATENCY_MS = [80, 160];

const OTHERS_PER_WINDOW = 30;

/**
 * When the windows of the server begin, how many requests of the same user's other tools arrive in each, whether one of ours is admitted
 * after so many of ours and theirs, and how many seeds tell enough.
 */
export const SCENARIOS = {
  alone: { phase: 'first request', others: 0, admits: (ours) => ours < LIMIT, seeds: 20 },
  'alone-any-phase': { phase: 'random', others: 0, admits: (ours) => ours < LIMIT, seeds: 20 },
  'shared-reserved': {
    phase: 'random',
    others: OTHERS_PER_WINDOW,
    admits: (ours) => ours < LIMIT - OTHERS_PER_WINDOW,
    seeds: 100,
  },
  'shared-counted': {
    phase: 'random',
    others: OTHERS_PER_WINDOW,
    admits: (ours, others) => ours + others < LIMIT,
    seeds: 100,
  },
};

/** One scenario with all chance taken out of it by a seed. Times are milliseconds since the widgets appeared. */
export function worldOf(scenario, seed) {
  const { phase, others, admits } = SCENARIOS[scenario];
  const random = randomBy(seed);
  let origin = phase === 'random' ? -random() * WINDOW_MS : undefined;
  const moments = new Map();

  const startOf = (window) => origin + window * WINDOW_MS;
  const momentsIn = (window) => {
    if (!moments.has(window)) {
      const own = randomBy(seed * 1_000 + window);
      moments.set(
        window,
        Array.from({ length: others }, () => startOf(window) + own() * WINDOW_MS),
      );
    }
    return moments.get(window);
  };

  return {
    admits,
    startOf,
    /** The number of the window that a request falls into when it arrives. The first one ever may be what starts them. */
    windowAt(time) {
      origin ??= time;
      return Math.floor((time - origin) / WINDOW_MS);
    },
    othersUntil: (window, time) => momentsIn(window).filter((moment) => moment <= time).length,
    nextOneWay: () => Math.round((LATENCY_MS[0] + random() * (LATENCY_MS[1] - LATENCY_MS[0])) / 2),
  };
}

/**
 * How long a scheduler takes that knows the phase and the other tool's moments: all that is left for us, as early as a window has it.
 * Waiting within a window never helps, since the others only become more.
 */
export function optimumOf(scenario, seed) {
  const world = worldOf(scenario, seed);
  const oneWay = (LATENCY_MS[0] + LATENCY_MS[1]) / 4;
  let arrival = oneWay;
  for (let left = WANTED; ; ) {
    const window = world.windowAt(arrival);
    const others = world.othersUntil(window, arrival);
    for (let ours = 0; left > 0 && world.admits(ours, others); ours += 1) left -= 1;
    if (left === 0) return arrival + oneWay;
    arrival = world.startOf(window + 1);
  }
}
