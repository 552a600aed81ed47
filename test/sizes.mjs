/**
 * What each door of the built package may weigh, in bytes after minifying and brotli: just above what it weighs, so that nothing creeps
 * in. The same on every machine. Raise a number only for a behaviour that is worth it, and lower it when something became smaller.
 */
import { appUsing, bundle, PEERS, stylesheetBytes } from '../bench/bundle.mjs';

const everything = (door) => `export * from './dist/${door}.js';`;
const app = (...names) => appUsing(['createCobaltClient', 'CobaltProvider', ...names]);

const BUDGETS = [
  ['.', 'client, provider, one hook', 12_800, () => bundle(app('useFindings'))],
  ['.', 'client, provider, a form', 14_850, () => bundle(app('useFindings', 'useCreateAsset'))],
  ['.', 'everything', 37_200, () => bundle(everything('index'))],
  [
    './finding-text',
    'our part',
    1_800,
    () => bundle(everything('finding-text/FindingText'), [...PEERS, 'react-markdown', 'remark-gfm']),
  ],
  ['./server', 'everything', 7_600, () => bundle(everything('server'), ['node:*'])],
  [
    './server/redis',
    'our part',
    350,
    () => bundle(everything('server/redis'), ['node:*', 'rate-limiter-flexible']),
  ],
  ['./devtools', 'everything', 1_550, () => bundle(everything('devtools/errorTypes'))],
  ['./storybook', 'everything', 53_500, () => bundle(everything('storybook'), [...PEERS, 'node:*'])],
  ['./testing', 'everything', 21_500, () => bundle(everything('testing'))],
  ['./locales/ar', '', 3_950, () => bundle(everything('locales/ar'))],
  ['./locales/de', '', 3_450, () => bundle(everything('locales/de'))],
  ['./locales/fr', '', 3_500, () => bundle(everything('locales/fr'))],
  ['./styles.css', '', 3_100, async () => ({ bytes: await stylesheetBytes() })],
];

for (const [door, what, budget, measure] of BUDGETS) {
  const { bytes } = await measure();
  const isOver = bytes > budget;
  if (isOver) process.exitCode = 1;
  console.log(
    `${isOver ? 'OVER' : 'ok  '} ${String(bytes).padStart(6)} of ${String(budget).padStart(6)}  ${door} ${what}`.trimEnd(),
  );
}
