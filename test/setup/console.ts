/** Nothing may be printed during a test that the test did not announce. Works in Node, jsdom and a browser. */

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
type Method = (typeof methods)[number];

interface Announced {
  method: Method;
  pattern: RegExp;
  required: boolean;
  seen: boolean;
}

let announced: Announced[] = [];
let unexpected: Error[] = [];

/** The test fails unless this is printed at least once. */
export function expectConsole(method: Method, pattern: RegExp): void {
  announced.push({ method, pattern, required: true, seen: false });
}

/** May be printed or not: for what others print, such as React's report of an error that a boundary caught. */
export function allowConsole(method: Method, pattern: RegExp): void {
  announced.push({ method, pattern, required: false, seen: false });
}

export function watchConsole(): void {
  for (const method of methods) {
    const print = (...values: unknown[]) => record(method, format(values), print);
    console[method] = print;
  }
}

/** Throws with everything that was printed unannounced, and with every announcement that did not come true. */
export function checkConsole(): void {
  const missing = announced.filter(({ required, seen }) => required && !seen);
  const [first, ...others] = [
    ...unexpected,
    ...missing.map(
      ({ method, pattern }) => new Error(`Nothing printed ${String(pattern)} with console.${method}`),
    ),
  ];
  announced = [];
  unexpected = [];
  if (!first) return;
  first.message = [first, ...others].map(({ message }) => message).join('\n\n');
  throw first;
}

function record(method: Method, text: string, print: () => void): void {
  const match = announced.find((entry) => entry.method === method && entry.pattern.test(text));
  if (match) match.seen = true;
  else if (!text.startsWith('[vite]'))
    unexpected.push(withStackOfCaller(`Unexpected console.${method}: ${text}`, print));
}

function withStackOfCaller(message: string, called: () => void): Error {
  const error = new Error(message);
  Error.captureStackTrace(error, called);
  return error;
}

function format([first, ...rest]: unknown[]): string {
  const text = asText(first).replace(/%[sdifoO]/g, (mark) => (rest.length > 0 ? asText(rest.shift()) : mark));
  return [text, ...rest.map(asText)].join(' ');
}

function asText(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
