import { withPage } from './browser.mjs';

const PAIRS = 30;
// Until everything that runs often is compiled.
const WARM_UP = 10;
const WIDGETS = 1_000;

/** What it takes to show many widgets, with our hook and with TanStack's `useQuery` and a plain `fetch`, in turns in one page. */
export function measureMount() {
  return withPage('mount.mjs', async (page) => {
    const distinct = await compare(page, WIDGETS);
    const same = await compare(page, 1);
    return [
      {
        what: `mounting ${WIDGETS} hooks with distinct keys, × bare`,
        value: distinct.ratio,
        target: 1.1,
        beside: distinct.beside,
        note: 'It buys the way through the connection for each: its turn, its cooldown, its path without secrets, its signal.',
      },
      {
        what: `mounting ${WIDGETS} hooks with one key, × bare`,
        value: same.ratio,
        target: 1.1,
        beside: same.beside,
        note: 'It buys keys that tell API, organization and operation apart, and rules of our own for our keys.',
      },
      {
        what: `requests of ${WIDGETS} hooks with one key`,
        value: same.requests.ours,
        limit: 1,
        beside: { bare: same.requests.bare },
      },
    ];
  });
}

async function compare(page, keys) {
  const pairs = [];
  for (let pair = -WARM_UP; pair < PAIRS; pair += 1) {
    // Who is first changes from pair to pair.
    const order = pair % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
    const both = {};
    for (const contender of order) both[contender] = await mountOnce(page, contender, WIDGETS, keys);
    if (pair >= 0) pairs.push(both);
  }
  const ratios = pairs.map(({ ours, bare }) => ours.cpuMs / bare.cpuMs).sort((one, other) => one - other);
  const [{ ours, bare }] = pairs;
  return {
    ratio: median(ratios),
    beside: {
      bare: 1,
      'half of the runs': `${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)}`,
    },
    requests: { ours: ours.requests, bare: bare.requests },
  };
}

/** Until React has rendered all widgets, their effects have run, and the page has nothing left to do but wait for answers. */
export async function mountOnce({ run, cpuMs }, contender, widgets, keys) {
  await run('prepare', contender, widgets, keys);
  const before = await cpuMs();
  await run('mount');
  const after = await cpuMs();
  return { cpuMs: after - before, ...(await run('unmount')) };
}

export function median(values) {
  return quantile(
    [...values].sort((one, other) => one - other),
    0.5,
  );
}

function quantile(sorted, part) {
  const at = (sorted.length - 1) * part;
  return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
}
