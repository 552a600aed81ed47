/**
 * `npm run soak:connection -- 5000`: the interleavings of the connection, so many of them and other ones each time. One that fails is
 * printed with its seed and path; `CONNECTION_SEED=… CONNECTION_PATH=…` in front of its test file plays it again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const [runs = '3000'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    'test/connection/interleavings.test.tsx',
  ],
  { cwd: root, stdio: 'inherit', env: { CONNECTION_SEED: 'any', ...process.env, CONNECTION_RUNS: runs } },
);
process.exitCode = status ?? 1;
