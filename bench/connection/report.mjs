import { WANTED } from './scenarios.mjs';

const SHARED = { median: 1.15, refused: 6, failures: 0 };

const OURS = ['us', 'ours-in-boundaries'];

/** For us alone: at most so many times the optimum, so many refused in one window, so many error views. */
const TARGETS = {
  alone: { worst: 1.02, refused: 0, failures: 0 },
  // Until something of the first window is refused nobody can know when it ends, so there is no target for the time.
  'alone-any-phase': { refused: 0, failures: 0 },
  'shared-reserved': SHARED,
  'shared-counted': SHARED,
};

export function printTable(rows) {
  const lines = rows.map(({ scenario, contender, runs }) => {
    const of = (key) => runs.map((run) => run[key]).sort((one, other) => one - other);
    const target = OURS.includes(contender) ? TARGETS[scenario] : {};
    return [
      scenario,
      contender,
      judged(median(of('ratio')), target.median, ratioText),
      judged(of('ratio').at(-1), target.worst, ratioText),
      whole(median(of('sent'))),
      whole(of('sent').at(-1)),
      whole(median(of('refused'))),
      judged(of('refusedInOneWindow').at(-1), target.refused, whole),
      judged(of('failureViews').at(-1), target.failures, whole),
      whole(of('cooldownViews').at(-1)),
      `${runs.filter(({ withData }) => withData === WANTED).length} of ${runs.length}`,
      whole(of('withData')[0]),
      whole(of('mostInFlight').at(-1)),
    ];
  });
  const table = [HEADS.map(([head]) => head), HEADS.map(([, below]) => below), ...lines];
  const widths = HEADS.map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  for (const cells of table) {
    console.log(
      cells
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    );
  }
}

const HEADS = [
  ['scenario', ''],
  ['contender', ''],
  ['× optimum', 'median'],
  ['× optimum', 'worst'],
  ['sent', 'median'],
  ['sent', 'worst'],
  ['refused', 'median'],
  ['refused in', 'one window'],
  ['error views', 'worst'],
  ['cooldown', 'views'],
  ['all data', 'in seeds'],
  ['with data', 'fewest'],
  ['in flight', 'most'],
];

/** One line per window of each run: what to look at when a figure is not what it should be. */
export function printWindows(rows) {
  for (const { scenario, contender, runs } of rows) {
    for (const { seed, ms, optimumMs, windows } of runs) {
      console.log(
        `\n${scenario}, ${contender}, seed ${seed}: ${seconds(ms)} s, optimum ${seconds(optimumMs)} s`,
      );
      for (const { start, first, last, admitted, refused, others } of windows) {
        console.log(
          `  window from ${seconds(start).padStart(6)} s: arrivals ${seconds(first).padStart(6)} to ${seconds(last).padStart(6)} s, ` +
            `${admitted} admitted, ${refused} refused, ${others} of the others by then`,
        );
      }
    }
  }
}

function judged(value, target, text) {
  if (target === undefined) return text(value);
  return `${text(value)} ${value <= target ? 'ok' : 'OVER'}`;
}

function ratioText(ratio) {
  return Number.isFinite(ratio) ? ratio.toFixed(3) : 'never';
}

function whole(value) {
  return String(Math.round(value));
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}

export function median(sorted) {
  const { length } = sorted;
  return (sorted[Math.floor((length - 1) / 2)] + sorted[Math.floor(length / 2)]) / 2;
}
