import { COBALT_MEDIA_TYPE, Refusal, type Answer } from './answer.ts';
import { errorAnswer } from './errorAnswers.ts';
import { isRecord } from './fields.ts';
import type { IncomingBody } from './incomingBody.ts';
import { bucketOf, type RateWindow } from './rateWindow.ts';
import type { Call, Route, Router } from './router.ts';
import type { MockOrganization } from './seed/organizations.ts';
import type { Store } from './store.ts';
import type { TokenList } from './tokens.ts';

/** How long an `Idempotency-Key` is remembered. */
const KEY_LIFE_MS = 5 * 60_000;

export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: IncomingBody;
}

export interface Gateway {
  readonly router: Router;
  readonly store: Store;
  readonly tokens: TokenList;
  readonly window: RateWindow;
  /** Key → when it was used. */
  readonly keys: Map<string, number>;
  readonly limitStatus: 429 | 509;
  readonly retryAfter: boolean;
  readonly now: () => number;
}

/** Checks a request in the order of a gateway, and lets the resource answer what passes. */
export function passGateway(incoming: Incoming, gateway: Gateway): Answer {
  try {
    return answer(incoming, gateway);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function answer(incoming: Incoming, gateway: Gateway): Answer {
  const { method, path, query, headers } = incoming;
  const { store, tokens, now } = gateway;
  const match = gateway.router.match(method, path);
  if (!match.found) return errorAnswer(match.pathKnown ? 405 : 404);
  const { route, ids } = match;

  if (!accepts(headers.accept)) return errorAnswer(406);
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || !tokens.accepts(token)) return errorAnswer(401);

  const bucket = bucketOf(method);
  if (!gateway.window.take(bucket)) return overLimit(gateway, bucket);

  const organization = route.organization ? readOrganization(headers, store) : null;
  if (route.organization && organization === null) return errorAnswer(403);

  const call = (content: Content): Call => ({
    path,
    ids,
    query,
    ...content,
    store,
    tokens,
    now,
    get organization() {
      if (organization === null) throw new Error(`${route.method} ${route.path} has no organization.`);
      return organization;
    },
  });

  route.find?.(call(NOTHING));
  const checked = call(readContent(incoming, route));
  const wrong = route.check?.(checked);
  if (wrong) return wrong;

  const key = method === 'POST' ? headers['idempotency-key'] : undefined;
  if (key !== undefined && isUsed(gateway.keys, key, now())) return errorAnswer(409);
  const forbidden = route.rule?.(checked);
  if (forbidden) return forbidden;
  // Only a request that passed every check uses its key up.
  if (key !== undefined) gateway.keys.set(key, now());
  return route.answer(checked);
}

function accepts(accept = ''): boolean {
  return accept.split(',').some((entry) => mediaType(entry) === COBALT_MEDIA_TYPE);
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

function overLimit(gateway: Gateway, bucket: 'read' | 'write'): Answer {
  const refused = errorAnswer(gateway.limitStatus);
  if (!gateway.retryAfter) return refused;
  const seconds = Math.ceil((gateway.window.peek(bucket).resetAt - gateway.now()) / 1000);
  return { ...refused, headers: { ...refused.headers, 'Retry-After': String(seconds) } };
}

function readOrganization(headers: Readonly<Record<string, string>>, store: Store): MockOrganization | null {
  const token = headers['x-org-token'];
  return store.rows('organizations').find((organization) => organization.token === token) ?? null;
}

/** What a route gets of a body. */
type Content = Pick<Call, 'body' | 'attachment'>;

const NOTHING: Content = { body: {}, attachment: null };

function readContent({ headers, body }: Incoming, route: Route): Content {
  if (route.check === undefined) return NOTHING;
  if (route.upload) {
    if (body.form === null) throw new Refusal(errorAnswer(400));
    const attachment = body.form.get('attachment');
    return { ...NOTHING, attachment: typeof attachment === 'string' ? null : attachment };
  }
  if (mediaType(headers['content-type'] ?? '') !== COBALT_MEDIA_TYPE) throw new Refusal(errorAnswer(400));
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    throw new Refusal(errorAnswer(400));
  }
  if (!isRecord(value)) throw new Refusal(errorAnswer(422));
  return { ...NOTHING, body: value };
}

/** Whether the key was used within its life. */
function isUsed(keys: Map<string, number>, key: string, at: number): boolean {
  for (const [old, usedAt] of keys) if (at - usedAt >= KEY_LIFE_MS) keys.delete(old);
  return keys.has(key);
}
