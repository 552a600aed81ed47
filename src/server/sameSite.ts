import { refuse } from './refusal.ts';

/**
 * Refuses, with 403, what another site makes a person's browser send along with its cookies. Both witnesses
 * must agree where both are there: `Sec-Fetch-Site` and `Origin` are the browser's own, no page can set them.
 *
 * With neither, a write passes: every browser of the last years sends `Origin` with a write, and other
 * programs carry no cookies of a person. An old browser is held off by `X-Cobalt-Organization`, which every
 * write needs: no form can send it, and a script of another origin may only after a preflight, which the
 * proxy never grants.
 */
export function refuseCrossSite(request: Request, allowedOrigins: ReadonlySet<string>): void {
  const site = request.headers.get('sec-fetch-site');
  if (request.method === 'GET') {
    // Named one by one: a header that came twice is none of them.
    if (site === null || site === 'same-origin' || site === 'same-site' || site === 'none') return;
    throw refuse(403, 'Requests from other sites are refused.');
  }
  // Not `none` either: nobody types a write into the address bar.
  if (site !== null && site !== 'same-origin') throw refuse(403, 'Writes from other origins are refused.');
  const origin = request.headers.get('origin');
  if (origin === null || allowedOrigins.has(origin) || hostOf(origin) === ownHost(request)) return;
  throw refuse(
    403,
    'Writes from other origins are refused. Is it your own? Add it to `allowedOrigins` of the proxy.',
  );
}

/**
 * The host the browser asked for. `Host` comes before the URL, which some servers fill with their own name,
 * and no page can set it; `X-Forwarded-Host` can be sent by anybody. Schemes are not compared: TLS often ends
 * before this server.
 */
function ownHost(request: Request): string {
  const { protocol, host } = new URL(request.url);
  const asked = request.headers.get('host');
  return asked === null ? host : (hostOf(`${protocol}//${asked}`) ?? host);
}

/** Without the port that a scheme has anyway, so that `app.example:443` behind TLS is `app.example`. */
function hostOf(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, host } = new URL(origin);
  return /^https?:$/.test(protocol) ? host.replace(/:(80|443)$/, '') : undefined;
}
