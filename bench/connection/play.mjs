// First, since it puts virtual time in place.
import { backToStart, now, passTime } from './virtualTime.mjs';
import { CONTENDERS } from './contenders.mjs';
import { randomBy } from './random.mjs';
import { optimumOf, WANTED, worldOf } from './scenarios.mjs';
import { createSimulatedApi } from './simulatedApi.mjs';
import { showWidgets } from './widgets.mjs';

// Far beyond every optimum: who is not done by then never will be.
const AT_MOST_MS = 30 * 60_000;

/** Plays one contender in one scenario, from the moment when all widgets appear until each holds its data, or none will any more. */
export async function play(contender, scenario, seed, library) {
  // What the library leaves to chance is the seed's too, and has nothing to do with the scenario's.
  Math.random = randomBy(-seed);
  const api = createSimulatedApi(worldOf(scenario, seed), now);
  const { shown, close } = showWidgets(CONTENDERS[contender]({ fetch: api.fetch, library }), WANTED);
  const hasAll = () => shown.data.size === WANTED;
  await passTime({ until: hasAll, atMostMs: AT_MOST_MS });

  const { sent, refused, mostInFlight } = api.counts;
  const windows = api.windows();
  const ms = now();
  const optimumMs = optimumOf(scenario, seed);
  const result = {
    ms,
    optimumMs,
    ratio: hasAll() ? ms / optimumMs : Number.POSITIVE_INFINITY,
    sent,
    refused,
    refusedInOneWindow: Math.max(...windows.map((window) => window.refused)),
    mostInFlight,
    withData: shown.data.size,
    cooldownViews: shown.cooldown.size,
    failureViews: shown.failure.size,
    windows,
  };
  close();
  await backToStart();
  return result;
}
