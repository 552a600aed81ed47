import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appUsing, bundle, PEERS, stylesheetBytes } from './bundle.mjs';

const root = join(import.meta.dirname, '..');

/** What an app downloads for the library, measured on the built package. */
export async function measureSize() {
  const external = [...PEERS, 'react-error-boundary'];
  const ofOneHook = ['createCobaltClient', 'CobaltProvider', 'useFindings'];
  const oneHook = await bundle(appUsing(ofOneHook), external);
  const ofViews = ['CobaltUI', 'CobaltErrorBoundary', 'CobaltErrorView', 'ConnectionBanner'];
  const withViews = await bundle(appUsing([...ofOneHook, ...ofViews]), external);
  const all = await bundle("export * from 'cobalt-react';");
  const connection = await bundle(await everyModuleOf('connection'), ['../errors/*']);
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
        target: 7_000,
        note: 'It buys idempotency keys; secrets kept out of errors, and error bodies of any shape read; cooldown, maintenance, session and offline as one shared state; cursors that never leave the API; option checks with messages that say what to write instead.',
      },
      {
        what: 'connection/ alone, bytes',
        value: connection.bytes,
        target: 4_000,
        note: 'It buys one state for all requests of a client: pacing and cooldown for reads and writes apart, session, maintenance, offline, and what other tabs know.',
      },
      {
        what: 'all views with English, on top of client + provider + one hook, bytes',
        value: withViews.bytes - oneHook.bytes,
        target: 12_000,
        note: 'It buys a view for each of 18 kinds, read and written; about 170 sentences, a seventh of it; countdown, announcer, focus, details and report.',
      },
      {
        what: 'everything, with react-error-boundary, bytes',
        value: all.bytes,
        target: 25_000,
        note: 'It buys all operations as hooks, and a view for each kind of failure with its words, its way out, focus and announcements.',
      },
      { what: 'stylesheet, bytes', value: await stylesheetBytes() },
    ],
    modules: oneHook.modules,
  };
}

async function everyModuleOf(folder) {
  const files = await readdir(join(root, 'dist', folder));
  return files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `export * from './dist/${folder}/${file}';`)
    .join('\n');
}
