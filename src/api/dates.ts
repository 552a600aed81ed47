const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date in any of Cobalt's three forms: `Dec 11 2019`, `2019-12-11`, ISO 8601. A day without a time is midnight UTC, so format it
 * with `timeZone: 'UTC'`, or it may become the day before. Anything else, `null` and impossible days are `undefined`.
 *
 * @example
 * parseCobaltDate('Dec 11 2019')?.toISOString(); // '2019-12-11T00:00:00.000Z'
 */
export function parseCobaltDate(value: string | null | undefined): Date | undefined {
  if (!value) return undefined;
  const named = /^([A-Za-z]{3}) (\d{1,2}) (\d{4})$/.exec(value);
  if (named) {
    const [, month = '', day, year] = named;
    return dayOf(Number(year), MONTHS.indexOf(month.toLowerCase()), Number(day));
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (plain) return dayOf(Number(plain[1]), Number(plain[2]) - 1, Number(plain[3]));
  // Other strings parse differently from engine to engine.
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value) || !parseCobaltDate(value.slice(0, 10))) return undefined;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

// `Date.UTC` and engines make 2 March of 30 February; that day did not exist.
function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : undefined;
}
