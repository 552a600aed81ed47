import type { Settings } from './settings.ts';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the browser asked for this server by a name of this machine. Another name that leads here is how a foreign page
 * reads a local server (DNS rebinding).
 */
export function isOwnHost(request: Request, { host, source }: Settings): boolean {
  const name = new URL(request.url).hostname;
  if (OWN_NAMES.has(name) || name === host || name === `[${host}]`) return true;
  return source.mode === 'demo' && (host === '0.0.0.0' || host === '::');
}

/** Whether this page itself sent the request; every browser says so, and no other page can pretend it. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  return origin === null || origin === new URL(request.url).origin;
}
