import { measureBoundaries } from './boundaries.mjs';
import { measureCooldown } from './cooldown.mjs';
import { measureFailures } from './failures.mjs';
import { measureFlatten } from './flatten.mjs';
import { measureGrowth } from './growth.mjs';
import { measureList } from './list.mjs';
import { measureMount } from './mount.mjs';
import { measureOperations } from './operations.mjs';
import { withGeneratedHooks } from './peers.mjs';
import { measureSize } from './size.mjs';
import { measureTypes } from './types.mjs';
import { measureWaiting } from './waiting.mjs';

/** What `--only` can name. Counts first: they are the same on every machine. */
export const PARTS = {
  size: {
    title: 'bytes after brotli',
    measure: () =>
      withGeneratedHooks(async (generated) => {
        const { counts, bytes } = await measureSize(generated);
        return [...bytes, ...counts];
      }),
  },
  operations: {
    title: 'bytes of one more operation',
    measure: () => withGeneratedHooks(measureOperations),
  },
  types: { title: 'type checking', measure: () => withGeneratedHooks(measureTypes) },
  boundaries: { title: 'boundaries', measure: measureBoundaries },
  failures: { title: 'requests for what fails', measure: measureFailures },
  cooldown: { title: 'waiting on screen', measure: measureCooldown },
  flatten: { title: 'an endless list to its end', measure: measureFlatten },
  list: { title: 'an endless list on screen', measure: measureList },
  waiting: { title: 'waiting at the rate limit', measure: measureWaiting },
  mount: { title: 'mounting, CPU time in Chromium', measure: measureMount },
  growth: { title: 'growth', measure: measureGrowth },
};
