import { withPage } from './browser.mjs';

/** Asking again brings nothing else for these. */
const FINAL = [400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429];
/** These may be over in a moment. */
const PASSING = [500, 503];

/** What a status costs of the 100 requests a minute: one query on screen, and nobody touches anything. */
export function measureFailures() {
  return withPage('failures.mjs', async ({ run }) => {
    const { ours, tanstack } = await run('requestsFor', [...FINAL, ...PASSING]);
    const worst = (counts) => Math.max(...counts.slice(0, FINAL.length));
    const passing = (counts) => PASSING.map((status, index) => `${status}: ${counts[FINAL.length + index]}`);
    const sum = (counts) => counts.reduce((total, count) => total + count, 0);
    return [
      {
        what: `requests for each of ${FINAL.length} statuses that asking again cannot change, the most`,
        value: worst(ours),
        limit: 1,
        beside: { tanstack: worst(tanstack) },
      },
      {
        what: `requests for one each of all ${FINAL.length + PASSING.length} statuses`,
        value: sum(ours),
        beside: { tanstack: sum(tanstack), 'of ours': passing(ours).join(', ') },
      },
    ];
  });
}
