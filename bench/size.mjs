import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appUsing, bundle, PEERS, stylesheetBytes } from './bundle.mjs';
import { cobaltHooks, generatedHooks } from './hooks.mjs';

const root = join(import.meta.dirname, '..');

const EXTERNAL = [...PEERS, 'react-error-boundary'];
const OF_ONE_HOOK = ['createCobaltClient', 'CobaltProvider', 'useFindings'];

/** The smallest app. */
export function bundleOneHook() {
  return bundle(appUsing(OF_ONE_HOOK), EXTERNAL);
}

/** What an app downloads for the library, measured on the built package, and for hooks that were generated. */
export async function measureSize(generated) {
  const oneHook = await bundleOneHook();
  const ofViews = ['CobaltUI', 'CobaltErrorBoundary', 'CobaltErrorView', 'ConnectionBanner'];
  const withViews = await bundle(appUsing([...OF_ONE_HOOK, ...ofViews]));
  const allHooks = await bundle(everyHook(cobaltHooks()), EXTERNAL);
  const all = await bundle("export * from 'cobalt-react';");
  const connection = await bundle(await everyModuleOf('connection'), ['../errors/*']);
  const others = await generatedHooks(generated);
  const views = oneHook.modules.filter(({ path }) => path.startsWith('boundary/'));

  return {
    counts: [
      { what: 'modules of boundary/ that one hook brings in', value: views.length, limit: 0 },
      { what: 'modules that one hook brings in', value: oneHook.modules.length },
      { what: 'modules in all', value: all.modules.length },
    ],
    bytes: [
      {
        what: 'client + provider + one hook, bytes',
        value: oneHook.bytes,
        target: 8_000,
        beside: await bytesOfEach(others, oneOfTheirs),
        note: 'It buys, in kB: connection/ 3.0 (the row below); answers and bodies of any shape read, secrets and foreign cursors kept out 2.0; a class per status 0.9; tokens, organizations and whose they are 1.1; options checked, requests planned and sent 2.0; retries, mounts around a failure, resuming, placeholders and endless lists in TanStack Query 2.0. Repetition is free after brotli, and shorter names of properties would save 0.35: less is only to be had for less behaviour.',
      },
      {
        what: 'client + provider + all operations, bytes',
        value: allHooks.bytes,
        target: 11_000,
        beside: await bytesOfEach(others, everyHook),
        note: 'It is the row above and what all operations add to it, which is within: see one more read, one more write.',
      },
      {
        what: 'connection/ alone, bytes',
        value: connection.bytes,
        target: 4_000,
        note: 'It buys one state for all requests of a client: pacing and cooldown for reads and writes apart, session, maintenance, offline, and what other tabs know.',
      },
      {
        what: 'all views with English and react-error-boundary, on top of client + provider + one hook, bytes',
        value: withViews.bytes - oneHook.bytes,
        target: 12_000,
        note: 'It buys a view for each of 18 kinds, read and written. About 2.6 kB are the 170 sentences, 1.5 the looks and ways out, 1.4 what screen readers hear and when, 1.3 the banner, which also speaks for several widgets, 1.1 each the countdown and the boundary, 0.8 each the details with their report and forms that were refused, 0.5 signing in again, 0.4 focus; the rest are the parts and the state behind them. What is left is in use: copies compress to almost nothing, so only a feature less would make it much smaller.',
      },
      {
        what: 'everything, with react-error-boundary, bytes',
        value: all.bytes,
        target: 25_000,
        note: 'It buys all operations as hooks, and a view for each kind of failure with its words, its way out, focus and announcements.',
      },
      {
        what: 'stylesheet, bytes',
        value: await stylesheetBytes(),
        target: 4_000,
        note: 'It buys light and dark, forced colors, print, reduced motion and both directions for all parts.',
      },
    ],
  };
}

function everyHook({ operations, app }) {
  return app(operations.flatMap((operation) => operation.exports));
}

function oneOfTheirs({ operations, app }) {
  const [hook] = operations.find(({ name }) => name === 'listFindings').exports;
  return app([hook]);
}

async function bytesOfEach(others, write) {
  const sizes = await Promise.all(
    others.map(async (hooks) => [hooks.name, (await bundle(write(hooks))).bytes]),
  );
  return Object.fromEntries(sizes);
}

async function everyModuleOf(folder) {
  const files = await readdir(join(root, 'dist', folder));
  return files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `export * from './dist/${folder}/${file}';`)
    .join('\n');
}
