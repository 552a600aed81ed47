import { StartError } from './startError.ts';

/** Where the data comes from: the embedded mock, or Cobalt itself with a person's token. */
export type Source =
  | { readonly mode: 'demo' }
  | { readonly mode: 'live'; readonly region: 'us' | 'eu'; readonly token: string };

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly source: Source;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Reads the environment. Throws a `StartError` for what cannot work; it never repeats a token. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const host = env['HOST'] ?? '127.0.0.1';
  const port = Number(env['PORT'] ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError('PORT must be a number from 0 to 65535, for example PORT=4174 npm start.');
  }
  const source = readSource(env);
  if (source.mode === 'live' && !LOOPBACK.test(host)) {
    throw new StartError(
      'With COBALT_API_TOKEN the demo listens on this machine alone: anybody who reaches it can read your findings. Leave HOST out.',
    );
  }
  return { host, port, source };
}

function readSource(env: Readonly<Record<string, string | undefined>>): Source {
  const { COBALT_REGION: region = 'us' } = env;
  if (region !== 'us' && region !== 'eu') throw new StartError('COBALT_REGION must be us or eu.');
  const token = env['COBALT_API_TOKEN'];
  if (token === undefined || token === '') return { mode: 'demo' };
  if (!isToken(token)) {
    throw new StartError(
      'COBALT_API_TOKEN is no token: it holds a space, a line break or a character that no header can carry.',
    );
  }
  return { mode: 'live', region, token };
}

/** Visible ASCII is all that a header can carry. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 4096 && /^[\x21-\x7e]+$/.test(value);
}
