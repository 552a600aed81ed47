import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = import.meta.dirname;
const description = join(here, 'openapi.yaml');

/** Installs what we are measured beside, unless it is there as the lock file wants it. They have a package of their own. */
export async function installPeers() {
  if (await isInstalled()) return;
  console.log('Installing what the library is measured beside, once: orval, hey-api and suspensive.');
  // On Windows npm is a script, which only a shell starts.
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, shell: process.platform === 'win32' });
}

async function isInstalled() {
  const { devDependencies } = await readJson(join(here, 'package.json'));
  const there = await Promise.all(
    Object.entries(devDependencies).map(async ([name, version]) => {
      const manifest = join(here, 'node_modules', name, 'package.json');
      return existsSync(manifest) && (await readJson(manifest)).version === version;
    }),
  );
  return there.every(Boolean);
}

/**
 * Has orval and hey-api generate their hooks from `openapi.yaml`, each with its own `fetch` and whatever else it does unless told
 * otherwise, and hands over where they are. They are gone afterwards.
 */
export async function withGeneratedHooks(use) {
  await installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'cobalt-react-bench-'));
  try {
    await symlink(join(here, '../node_modules'), join(folder, 'node_modules'), 'junction');
    const operations = await operationIds();
    const hooks = {
      orval: join(folder, 'orval/hooks.ts'),
      'hey-api': join(folder, 'hey-api'),
    };
    await generateWithOrval(hooks.orval, operations);
    await generateWithHeyApi(hooks['hey-api']);
    return await use(hooks, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The names of all operations, which are the same as ours. */
async function operationIds() {
  const text = await readFile(description, 'utf8');
  return [...text.matchAll(/^\s*operationId: (\w+)$/gm)].map(([, name]) => name);
}

async function generateWithOrval(target, operations) {
  const { generate } = await load('orval');
  const isList = (name) => name.startsWith('list');
  const infinite = { query: { useInfinite: true, useInfiniteQueryParam: 'cursor' } };
  await quietly(() =>
    generate({
      input: description,
      output: {
        target,
        client: 'react-query',
        httpClient: 'fetch',
        baseUrl: 'https://api.us.cobalt.io',
        packageJson: join(here, '../package.json'),
        override: {
          query: { version: 5 },
          operations: Object.fromEntries(operations.filter(isList).map((name) => [name, infinite])),
        },
      },
    }),
  );
}

async function generateWithHeyApi(output) {
  const { createClient } = await load('@hey-api/openapi-ts');
  await createClient({
    input: description,
    output,
    logs: { level: 'silent' },
    plugins: [
      '@hey-api/typescript',
      '@hey-api/sdk',
      '@hey-api/client-fetch',
      { name: '@tanstack/react-query', useQuery: true },
    ],
  });
}

/** Named at run time alone, so that type checks of the project do not look for what is perhaps not installed. */
function load(name) {
  return import(name);
}

/** What a generator prints about itself is not part of the table. */
async function quietly(work) {
  const { log, warn } = console;
  Object.assign(console, { log() {}, warn() {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, warn });
  }
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
