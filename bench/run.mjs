import { measureOperations } from './operations.mjs';
import { measureSize } from './size.mjs';
import { measureTypes } from './types.mjs';

const LARGEST = 10;

console.log('Measuring takes about 20 s.\n');

const size = await measureSize();
// Counts first: they are the same on every machine.
const rows = [...size.counts, ...(await measureTypes()), ...(await measureOperations()), ...size.bytes];

const width = Math.max(...rows.map(({ what }) => what.length));
const line = (what, ...cells) =>
  [what.padEnd(width), ...cells.map((cell) => String(cell ?? '').padStart(8))].join('  ').trimEnd();

console.log(line('what', 'value', 'at most'));
for (const row of rows) {
  console.log(line(row.what, row.value, row.limit ?? row.target, verdict(row)));
}

for (const row of rows.filter((one) => verdict(one) === 'OVER')) {
  console.log(`\nOVER  ${row.what}\n      ${row.note}`);
}

const { modules } = size;
const total = modules.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`\nwhere the ${total} minified bytes of client + provider + one hook go (before brotli)`);
const sorted = [...modules].sort((one, other) => other.bytes - one.bytes);
for (const { path, bytes } of sorted.slice(0, LARGEST)) console.log(line(`  ${path}`, bytes));
const others = sorted.slice(LARGEST).reduce((sum, { bytes }) => sum + bytes, 0);
console.log(line(`  ${Math.max(0, modules.length - LARGEST)} others`, others));

if (rows.some((row) => verdict(row) === 'FAIL')) process.exitCode = 1;

/** A limit must hold. A target may be missed, where it is said what for. */
function verdict({ value, limit, target }) {
  if (value > limit) return 'FAIL';
  if (value > target) return 'OVER';
  return limit === undefined && target === undefined ? '' : 'ok';
}
