import { LIMIT } from './scenarios.mjs';

/** Cobalt's API with a fixed window per user, as a `fetch`. It documents no `Retry-After`, so there is none. */
export function createSimulatedApi(world, now) {
  const windows = new Map();
  const counts = { sent: 0, refused: 0, inFlight: 0, mostInFlight: 0 };

  function answer(id) {
    const time = now();
    const window = world.windowAt(time);
    const others = world.othersUntil(window, time);
    if (!windows.has(window)) {
      windows.set(window, { start: world.startOf(window), first: time, admitted: 0, refused: 0 });
    }
    const here = windows.get(window);
    const isAdmitted = world.admits(here.admitted, others);
    here[isAdmitted ? 'admitted' : 'refused'] += 1;
    Object.assign(here, { last: time, others });
    if (!isAdmitted) counts.refused += 1;
    const headers = {
      'Content-Type': 'application/vnd.cobalt.v2+json',
      'X-Rate-Limit-Get-Limit': String(LIMIT),
      'X-Rate-Limit-Remaining': String(Math.max(0, LIMIT - here.admitted - others)),
    };
    return isAdmitted
      ? { status: 200, headers, body: { resource: { id, title: `Finding ${id}` }, links: { ui: {} } } }
      : { status: 429, headers, body: { message: 'Too many requests' } };
  }

  function fetch(input, init) {
    const signal = init?.signal ?? input.signal;
    const id = new URL(input.url ?? input, 'https://api.us.cobalt.io').pathname.split('/').at(-1);
    const oneWay = world.nextOneWay();
    counts.sent += 1;
    counts.inFlight += 1;
    counts.mostInFlight = Math.max(counts.mostInFlight, counts.inFlight);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      setTimeout(() => {
        const { status, headers, body } = answer(id);
        setTimeout(() => {
          counts.inFlight -= 1;
          resolve(new Response(JSON.stringify(body), { status, headers }));
        }, oneWay);
      }, oneWay);
    });
  }

  return { fetch, counts, windows: () => [...windows.values()] };
}
