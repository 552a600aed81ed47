import { vi } from 'vitest';
import type { Stage } from './stage.ts';
import { TIMEOUT_MS } from './tab.tsx';

const WATCHED = ['online', 'offline', 'visibilitychange', 'focus', 'pageshow'];

/** TanStack lets a retry that nobody waits for any more sleep to its end. */
const RETRY_MS = 3000;
/** A write that was on its way may still wait for its turn. */
const WRITE_MS = 150_000;

/** Gives how many listen to the browser, as long as mocks are not restored. */
export function watchListeners(): () => number {
  const on = [window, document].map((target) => {
    const heard = new Map<string, Set<unknown>>(WATCHED.map((type) => [type, new Set()]));
    const add = target.addEventListener.bind(target) as EventTarget['addEventListener'];
    const remove = target.removeEventListener.bind(target) as EventTarget['removeEventListener'];
    vi.spyOn(target as EventTarget, 'addEventListener').mockImplementation((type, listener, options) => {
      heard.get(type)?.add(listener);
      add(type, listener, options);
    });
    vi.spyOn(target as EventTarget, 'removeEventListener').mockImplementation((type, listener, options) => {
      heard.get(type)?.delete(listener);
      remove(type, listener, options);
    });
    return heard;
  });
  return () => on.flatMap((heard) => [...heard.values()]).reduce((sum, { size }) => sum + size, 0);
}

/** The pages are closed: nothing of them goes on. */
export async function expectNothingLeft(stage: Stage): Promise<void> {
  const { time, tabs, network, submissions, walks } = stage;
  for (const tab of tabs) tab.close();
  for (const walk of walks) walk.stop();
  await time.pass(RETRY_MS);
  const latest = time.now() + WRITE_MS;
  const isQuiet = (): boolean =>
    !submissions.some(({ isPending }) => isPending) && !tabs.some(({ rules }) => rules.isPrompting);
  while (!isQuiet() && time.now() < latest) await time.pass(1000);
  if (network.inFlight > 0) await time.pass(TIMEOUT_MS);
  const left = {
    timers: time.timers(),
    ...stage.ears(),
    requests: network.inFlight,
    writes: submissions.filter(({ isPending }) => isPending).length,
    walks: walks.filter(({ isPending }) => isPending).length,
    ...Object.fromEntries(
      tabs.flatMap(({ listeners: { state, resume }, queryClient }, index) => [
        [`state listeners of tab ${index}`, state],
        [`resume listeners of tab ${index}`, resume],
        [`query cache listeners of tab ${index}`, Number(queryClient.getQueryCache().hasListeners())],
        [`mutation cache listeners of tab ${index}`, Number(queryClient.getMutationCache().hasListeners())],
      ]),
    ),
  };
  const leaks = Object.entries(left).filter(([, count]) => count > 0);
  if (leaks.length > 0)
    throw new Error(`left after closing: ${leaks.map((leak) => leak.join(' ')).join(', ')}`);
  stage.check();
}
