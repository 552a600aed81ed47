import { measureOperations } from './operations.mjs';
import { withGeneratedHooks } from './peers.mjs';
import { measureSize } from './size.mjs';
import { measureTypes } from './types.mjs';

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
};
