/**
 * `npm run soak`: the long forms of what `npm test` runs for a moment. `COBALT_SEED` gives another day; what fails names its seed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const files = [
  'test/example/soak',
  'test/example/loops',
  'test/hostile',
  'test/query/everySecret',
  'test/connection/interleavings',
];

const child = spawn(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project=unit', '--project=node', ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, COBALT_LONG: '1' } },
);
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
