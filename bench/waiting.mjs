import { playAll } from './connection/players.mjs';
import { median } from './connection/report.mjs';
import { SCENARIOS, WANTED } from './connection/scenarios.mjs';

const OTHERS = ['tanstack', 'ky', 'p-queue', 'bottleneck'];
// They are far from any target in each: a few say so. `npm run bench:connection` plays all of them.
const SEEDS_OF_OTHERS = 3;
const ALONE = ['alone'];
const SHARED = ['shared-reserved', 'shared-counted'];

/** The bench of the connection in short: a page that wants more than a minute's share, alone and beside another tool of the same user. */
export async function measureWaiting() {
  const plays = [...ALONE, ...SHARED].flatMap((scenario) =>
    ['us', ...OTHERS].flatMap((contender) => {
      const seeds = contender === 'us' ? SCENARIOS[scenario].seeds : SEEDS_OF_OTHERS;
      return Array.from({ length: seeds }, (_, index) => ({ contender, scenario, seed: index + 1 }));
    }),
  );
  const results = await playAll(plays);
  const of = (contender, scenarios, key) =>
    results
      .filter((one) => one.contender === contender && scenarios.includes(one.scenario))
      .map((one) => one[key])
      .sort((one, other) => one - other);
  const row = (what, scenarios, key, choose) => ({
    what,
    value: choose(of('us', scenarios, key)),
    beside: Object.fromEntries(OTHERS.map((name) => [name, timesOrNever(choose(of(name, scenarios, key)))])),
  });
  const worst = (sorted) => sorted.at(-1);
  return [
    {
      ...row(`${WANTED} GETs at 100 a minute, time × optimum, worst`, ALONE, 'ratio', worst),
      target: 1.02,
      note: 'Where a window begins is only known from the answers.',
    },
    { ...row('  refused in one window, worst', ALONE, 'refusedInOneWindow', worst), limit: 0 },
    ...SHARED.flatMap((scenario) => [
      {
        ...row(`the same beside another tool (${scenario}), median`, [scenario], 'ratio', median),
        target: 1.15,
        note: 'What the other tool will take of a window is not known beforehand: what is left over is found late.',
      },
      {
        ...row('  refused in one window, worst', [scenario], 'refusedInOneWindow', worst),
        target: 6,
        note: 'What is on its way when the other tool takes the last ones is refused.',
      },
    ]),
    { ...row('error views but the cooldown, worst', [...ALONE, ...SHARED], 'failureViews', worst), limit: 0 },
  ];
}

function timesOrNever(value) {
  return Number.isFinite(value) ? value : 'never';
}
