import { parseArgs } from 'node:util';
import { PARTS } from './parts.mjs';
import { printTable, verdict } from './table.mjs';

const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(PARTS).join() } } });
const wanted = values.only.split(',').map((name) => name.trim());
const unknown = wanted.filter((name) => !PARTS[name]);
if (unknown.length > 0) {
  throw new Error(`bench: there is no ${unknown.join(', ')}. There is: ${Object.keys(PARTS).join(', ')}`);
}

const parts = [];
for (const name of wanted) {
  const { title, measure } = PARTS[name];
  const started = performance.now();
  parts.push({ title, rows: await measure() });
  console.error(`measured ${name} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
console.log();
printTable(parts);
if (parts.some(({ rows }) => rows.some((row) => verdict(row) === 'FAIL'))) process.exitCode = 1;
