import { fork } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { printTable, printWindows } from './report.mjs';
import { SCENARIOS } from './scenarios.mjs';

const CONTENDERS = ['us', 'tanstack'];
const root = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    only: { type: 'string', default: CONTENDERS.join() },
    scenario: { type: 'string', default: Object.keys(SCENARIOS).join() },
    windows: { type: 'boolean', default: false },
  },
});
const chosen = (all, wanted) => {
  const starts = wanted.split(',');
  const found = all.filter((name) => starts.some((start) => name.startsWith(start.trim())));
  if (found.length === 0) throw new Error(`bench: nothing is called ${wanted}. There is: ${all.join(', ')}`);
  return found;
};
const scenarios = chosen(Object.keys(SCENARIOS), values.scenario);
const names = chosen(CONTENDERS, values.only);
// `10` is the first ten, `41-45` are these five.
const [last, first = 1] = values.seeds.split('-').map(Number).reverse();
const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);

const plays = scenarios.flatMap((scenario) =>
  names.flatMap((contender) => seeds.map((seed) => ({ contender, scenario, seed }))),
);
const results = await playAll(plays);
const rows = scenarios.flatMap((scenario) =>
  names.map((contender) => ({
    scenario,
    contender,
    runs: results.filter((one) => one.scenario === scenario && one.contender === contender),
  })),
);
printTable(rows);
if (values.windows) printWindows(rows);

/** Deals the plays out to as many processes as there are cores. */
async function playAll(plays) {
  const folder = await mkdtemp(join(tmpdir(), 'cobalt-react-bench-'));
  try {
    const library = pathToFileURL(await bundleLibrary(folder)).href;
    const waiting = [...plays.entries()];
    const results = [];
    const player = () =>
      new Promise((resolve, reject) => {
        const child = fork(join(import.meta.dirname, 'player.mjs'), [library], {
          env: { ...process.env, NODE_ENV: 'production' },
          // Keeps Infinity, where JSON would make it null.
          serialization: 'advanced',
        });
        let current;
        child.on('message', (message) => {
          if (current) results[current[0]] = { ...current[1], ...message };
          current = waiting.shift();
          if (current) child.send(current[1]);
          else child.kill();
        });
        child.on('exit', (code) => {
          if (current) reject(new Error(`bench: a player ended with code ${code}.`));
          else resolve();
        });
      });
    const count = Math.min(availableParallelism(), plays.length);
    await Promise.all(Array.from({ length: count }, player));
    return results;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The library as it stands in `src`, without a build. What it shares with the widgets, React above all, stays outside. */
async function bundleLibrary(folder) {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const outfile = join(folder, 'library.mjs');
  await build({
    entryPoints: [join(root, 'src/index.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
