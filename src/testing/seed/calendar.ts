const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const DAY_MS = 86_400_000;

/** `Dec 11 2019`: how the API writes the dates of a pentest. Always UTC. */
export function toPentestDate(ms: number): string {
  const date = new Date(ms);
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCDate()} ${date.getUTCFullYear()}`;
}

/** The reverse, in milliseconds since the epoch; NaN for anything else. Engines disagree on parsing it. */
export function fromPentestDate(text: string): number {
  const [, month = '', day = '', year = ''] = /^([A-Z][a-z]{2}) (\d{1,2}) (\d{4})$/.exec(text) ?? [];
  const index = MONTHS.findIndex((name) => name === month);
  return index === -1 ? NaN : Date.UTC(Number(year), index, Number(day));
}
