import { join } from 'node:path';
import { withPage } from './browser.mjs';
import { appUsing, bundle } from './bundle.mjs';
import { installPeers } from './peers.mjs';

const OTHERS = ['react-error-boundary', 'suspensive'];

/** Boundaries beside each other: what they weigh, and what they do with the same failures. */
export async function measureBoundaries() {
  await installPeers();
  const suspensive = join(import.meta.dirname, 'node_modules/@suspensive/react/dist/index.mjs');
  const bytes = async (app) => (await bundle(app)).bytes;
  return withPage('boundaries.mjs', async ({ run }) => {
    const each = async (name) => [
      await run(name, 'ours'),
      Object.fromEntries(await Promise.all(OTHERS.map(async (other) => [other, await run(name, other)]))),
    ];
    const [ours404, others404] = await each('show404');
    const [ours403, others403] = await each('show403');
    const [oursBack, othersBack] = await each('showCooldown');
    const pick = (others, key) => Object.fromEntries(OTHERS.map((name) => [name, others[name][key]]));
    const yesNo = (others) => Object.fromEntries(OTHERS.map((name) => [name, Number(others[name])]));
    return [
      {
        what: 'a boundary alone, with every view and its words, bytes',
        value: await bytes(appUsing(['CobaltErrorBoundary'])),
        beside: {
          'react-error-boundary': await bytes(appUsing(['ErrorBoundary'], 'react-error-boundary')),
          suspensive: await bytes(appUsing(['ErrorBoundary'], suspensive)),
        },
      },
      {
        what: 'renders of a widget until its 404 is on screen',
        value: ours404.renders,
        beside: pick(others404, 'renders'),
      },
      {
        what: 'words on screen for a 404, without one of the app',
        value: ours404.words,
        beside: pick(others404, 'words'),
      },
      {
        what: 'renders of the fallback of a boundary for 404 alone, for a 403',
        value: ours403,
        limit: 0,
        beside: others403,
      },
      {
        what: 'widgets of 1 that are back by themselves when a 429 is over',
        value: Number(oursBack),
        beside: yesNo(othersBack),
      },
    ];
  });
}
