import { withPage } from './browser.mjs';
import { median, mountOnce } from './mount.mjs';

const SIZES = [10, 100, 1_000];
const RUNS = 15;
const WARM_UP = 5;

/** What one widget costs where there are 10, 100 and 1,000 of them. Linear is the same for all, better is less for many. */
export function measureGrowth() {
  return withPage('mount.mjs', async (page) => {
    const ours = [];
    const bare = [];
    for (const widgets of SIZES) {
      ours.push(await perWidget(page, 'ours', widgets));
      bare.push(await perWidget(page, 'bare', widgets));
    }
    // What one more costs among many against one more among few: what all share does not count.
    const grows = (all, key) => {
      const of = SIZES.map((widgets, index) => all[index][key] * widgets);
      const [few, some, many] = SIZES;
      return (of[2] - of[1]) / (many - some) / ((of[1] - of[0]) / (some - few));
    };
    const listed = (all, key, digits) => all.map((one) => one[key].toFixed(digits)).join(', ');
    const row = (what, key, digits, target) => ({
      what: `${what}: one more of 1000, × one more of 100`,
      value: grows(ours, key),
      target,
      beside: {
        bare: grows(bare, key),
        [`each of ${SIZES.join(', ')}: ours`]: listed(ours, key, digits),
        'and bare': listed(bare, key, digits),
      },
    });
    return [
      {
        ...row('heap bytes of a widget', 'bytes', 0, 1.05),
        note: 'What waits for its turn is held until then; bare sends all at once and holds nothing here, since no answer comes.',
      },
      {
        ...row('microseconds to mount a widget', 'us', 1, 1.1),
        note: 'Something is done for every widget that looks at every other.',
      },
      { ...row('keys in the cache of a widget', 'keys', 0, 1), note: 'A widget has more than one key.' },
    ];
  });
}

async function perWidget(page, contender, widgets) {
  const runs = [];
  for (let index = -WARM_UP; index < RUNS; index += 1) {
    const one = await mountOnce(page, contender, widgets, widgets);
    if (index >= 0) runs.push(one);
  }
  return {
    us: (median(runs.map(({ cpuMs }) => cpuMs)) * 1000) / widgets,
    keys: runs[0].keys / widgets,
    bytes: (await heapOf(page, contender, widgets)) / widgets,
  };
}

async function heapOf({ run, heapBytes }, contender, widgets) {
  await run('prepare', contender, widgets, widgets);
  const before = await heapBytes();
  await run('mount');
  const bytes = (await heapBytes()) - before;
  await run('unmount');
  return bytes;
}
