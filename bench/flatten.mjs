import { withPage } from './browser.mjs';
import { median } from './mount.mjs';

const PAGES = 100;
const PER_PAGE = 100;
const RUNS = 11;
const WARM_UP = 3;
const CONTENDERS = ['parse', 'ours', 'bare'];

/** An endless list that somebody has scrolled to its end: what its last page costs, and all of it. */
export function measureFlatten() {
  return withPage('flatten.mjs', async ({ run, cpuMs }) => {
    const looks = await run('looks', PAGES, PER_PAGE);
    const bytes = await run('writePages', PAGES, PER_PAGE);
    const runs = [];
    for (let index = -WARM_UP; index < RUNS; index += 1) {
      const ms = {};
      for (const contender of CONTENDERS) {
        const before = await cpuMs();
        const count = await run('read', contender);
        ms[contender] = (await cpuMs()) - before;
        if (count !== PAGES * PER_PAGE) throw new Error(`bench: ${contender} read ${count} findings.`);
      }
      if (index >= 0) runs.push(ms);
    }
    const against = (contender) => median(runs.map((ms) => ms[contender] / ms.parse));
    return [
      {
        what: `looks at items to flatten page ${PAGES} of ${PAGES * PER_PAGE} findings, × page 1`,
        value: looks.at(-1) / looks[0],
        target: 1,
        beside: { 'page 1': looks[0], [`page ${PAGES}`]: looks.at(-1) },
        note: 'Each new page flattens all before it again.',
      },
      {
        what: `reading all of them, × JSON.parse of the same ${(bytes / 1e6).toFixed(0)} MB`,
        value: against('ours'),
        target: 1.25,
        beside: { 'bare with flatMap': against('bare') },
        note: 'Beside the parsing it is a request a page: its way through the connection, and one shape for each envelope.',
      },
    ];
  });
}
