import { parseArgs } from 'node:util';
import { playAll } from './players.mjs';
import { printTable, printWindows } from './report.mjs';
import { SCENARIOS } from './scenarios.mjs';

const USUAL = ['us', 'tanstack', 'ky', 'p-queue', 'bottleneck'];
const CONTENDERS = [...USUAL, 'ours-in-boundaries'];

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    only: { type: 'string', default: USUAL.join() },
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
const plays = scenarios.flatMap((scenario) =>
  names.flatMap((contender) => seedsOf(scenario).map((seed) => ({ contender, scenario, seed }))),
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

/** `10` are the first ten, `41-45` are these five. */
function seedsOf(scenario) {
  const [last, first = 1] = (values.seeds ?? String(SCENARIOS[scenario].seeds))
    .split('-')
    .map(Number)
    .reverse();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
