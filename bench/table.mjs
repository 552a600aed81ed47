/** Prints rows of all parts as one table; under each row that is over its target, why it is. */
export function printTable(parts) {
  const rows = parts.flatMap(({ rows: ofPart }) => ofPart);
  const whats = Math.max(...rows.map(({ what }) => what.length + 2));
  const line = (what, value, atMost, judged, besides) =>
    `${what.padEnd(whats)}${value.padStart(9)}${atMost.padStart(9)}  ${judged.padEnd(5)} ${besides}`.trimEnd();

  console.log(line('', 'ours', 'at most', '', 'beside'));
  for (const { title, rows: ofPart } of parts) {
    console.log(`\n${title}`);
    for (const row of ofPart) {
      const { what, value, limit, target = limit, beside = {} } = row;
      console.log(
        line(
          `  ${what}`,
          shown(value),
          target === undefined ? '' : shown(target),
          verdict(row),
          listed(beside),
        ),
      );
      if (verdict(row) === 'OVER') for (const text of lines(`why: ${row.note}`)) console.log(`      ${text}`);
    }
  }
}

/** A limit must hold. A target may be missed, where it is said what for. */
export function verdict({ value, limit, target }) {
  if (value > limit) return 'FAIL';
  if (value > target) return 'OVER';
  return limit === undefined && target === undefined ? '' : 'ok';
}

function listed(beside) {
  return Object.entries(beside)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? shown(value) : value}`)
    .join(', ');
}

/** Counts as they are, ratios to three places. */
function shown(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(3).replace(/\.?0+$/, '');
}

function* lines(text) {
  for (const [part] of text.matchAll(/\S.{0,120}(?=\s|$)/g)) yield part;
}
