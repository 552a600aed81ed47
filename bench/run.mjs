import { measureSize } from './size.mjs';

const rows = await measureSize();
const width = Math.max(...rows.map(({ what }) => what.length));

console.log(`${'what'.padEnd(width)}  ${'value'.padStart(8)}  ${'limit'.padStart(8)}`);
for (const { what, value, limit } of rows) {
  const verdict = limit === undefined ? '' : value > limit ? 'OVER' : 'ok';
  console.log(
    `${what.padEnd(width)}  ${String(value).padStart(8)}  ${String(limit ?? '').padStart(8)}  ${verdict}`.trimEnd(),
  );
}

if (rows.some(({ value, limit }) => value > limit)) process.exitCode = 1;
