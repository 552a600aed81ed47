import { fork } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Deals the plays out to as many processes as there are cores. */
export async function playAll(plays) {
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
