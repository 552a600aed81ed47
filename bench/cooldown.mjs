import { withPage } from './browser.mjs';

const WIDGETS = 1_000;
const SECONDS = 6;

/** What a page with many failed widgets does once a second, while it counts down to their return. */
export function measureCooldown() {
  return withPage('cooldown.mjs', async ({ run }) => {
    const failed = await run('show', WIDGETS);
    const commits = await run('ticks', SECONDS);
    if (failed !== WIDGETS || commits.length < SECONDS - 2) {
      throw new Error(
        `bench: ${failed} of ${WIDGETS} widgets failed, and ${commits.length} ticks were seen.`,
      );
    }
    return [
      {
        what: `components that a tick renders beside ${WIDGETS} failed widgets, the most of ${commits.length} ticks`,
        value: Math.max(...commits),
        limit: 1,
      },
    ];
  });
}
