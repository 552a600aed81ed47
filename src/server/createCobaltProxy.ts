import { isToken } from '../client/credentials.ts';
import { type AllowedOperation, findOperation } from './allowList.ts';
import { answerHeaders } from './answerHeaders.ts';
import { askCobalt, type Asking, placeOf, type ProxyContext } from './askCobalt.ts';
import { createBudget } from './budget.ts';
import { createBudgetKey } from './budgetKey.ts';
import { readOrganizations, writeWithoutTokens } from './organizationAnswer.ts';
import { createOrganizationTokens } from './organizationTokens.ts';
import { checkProxyOptions, type CobaltProxyOptions } from './proxyOptions.ts';
import { refuse, Refusal } from './refusal.ts';
import { readRequestBody } from './requestBody.ts';
import { keptSafe } from './safetyHeaders.ts';
import { refuseCrossSite } from './sameSite.ts';
import { streamedBody } from './streamedBody.ts';

/**
 * Makes the server's half of `createCobaltClient({ proxy: '/api/cobalt' })`: a function from `Request` to
 * `Response` that holds the token, so that no browser has to. Use it wherever people other than the token's
 * owner, or any page with other people's scripts, should see Cobalt's data. It fits every server that speaks
 * web-standard requests (Next.js route handlers, Hono, Bun, Deno, workers); in Express or plain `node:http`,
 * use their usual adapter.
 *
 * It passes on the documented operations of the Cobalt API and nothing else, but for the refresh of tokens,
 * whose answer is a secret. The browser names an organization by its id in `X-Cobalt-Organization`; the proxy
 * learns the organization's token once from `GET /orgs` and keeps it in memory. Query, JSON bodies, files up
 * to 11 MB and `Idempotency-Key` go along; of the answer the status, the body (streamed; error bodies up to
 * 64 kB, secrets removed), rate-limit headers, `Retry-After`, `Date`, request id and `Location`.
 *
 * Cobalt counts per token owner, so all browsers behind the proxy share one budget: 100 reads and, apart, 20
 * writes in 60 seconds, or what Cobalt's own answers say. A spent one is answered with 429, `Retry-After` and
 * the rate headers without asking Cobalt, and so are the requests that follow a 429 or 509 of Cobalt, until
 * it takes requests again (see `BudgetOptions`).
 *
 * Its own answers are `{ "message": "…" }`: 400 (organization or idempotency key missing or malformed), 401
 * (`authorize` said no, or there is no token), 403 (another site, or an organization that the token does not
 * see), 404 and 405 (not Cobalt's), 413, 415, 429 (the budget is spent), 502 (Cobalt unreachable, redirecting
 * or unreadable), 504 (after `timeoutMs`). What `authorize`, `token` and `budget.user` throw is thrown on, to
 * your framework.
 *
 * It is *not* an authorization by finding or organization: whoever passes `authorize` may do all that the
 * token may. It caches nothing, sends nothing twice, and is no limit for a single browser among several.
 *
 * Throws `ConfigurationError` for options that are missing or cannot work.
 *
 * @example
 * const cobalt = createCobaltProxy({
 *   region: 'us',
 *   token: () => process.env.COBALT_API_TOKEN,
 *   authorize: async (request) => (await getSession(request))?.role === 'security',
 * });
 * // Next.js: app/api/cobalt/[...path]/route.ts
 * export { cobalt as GET, cobalt as POST, cobalt as PUT, cobalt as PATCH, cobalt as DELETE };
 *
 * @see https://docs.cobalt.io/v2/ Authentication, Organizations, Rate limits
 */
export function createCobaltProxy(options: CobaltProxyOptions): (request: Request) => Promise<Response> {
  const checked = checkProxyOptions(options);
  const { base, budget } = checked;
  const proxy: ProxyContext = {
    options: checked,
    organizations: createOrganizationTokens(base),
    budget: budget && { ...createBudget(budget), keyOf: createBudgetKey(base, budget) },
  };
  return async (request) => {
    try {
      return await answer(proxy, request);
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse();
      throw error;
    }
  };
}

async function answer(proxy: ProxyContext, request: Request): Promise<Response> {
  const { options, organizations, budget } = proxy;
  const { path, query } = targetOf(request, options.basePath);
  const operation = findOperation(request.method, path);
  refuseCrossSite(request, options.allowedOrigins);
  const permission: unknown = await options.authorize(request);
  if (isResponse(permission)) return keptSafe(permission);
  // Not merely truthy: what was meant to be `true` or `false` and is neither lets nobody pass.
  if (permission !== true) throw refuse(401, 'Sign in first.');
  const token = await options.token(request);
  if (!isToken(token)) throw refuse(401, 'There is no Cobalt API token for you yet. Connect one.');
  const asking = { token, budgetKey: budget ? await budget.keyOf(request, token) : '' };
  const idempotencyKey = idempotencyKeyOf(request);
  const body = await readRequestBody(request, operation);
  const organizationToken = await organizationTokenFor(proxy, request, operation, asking);
  const sent = await askCobalt(proxy, asking, {
    method: operation.method,
    target: path + query,
    organizationToken,
    body: body?.bytes,
    contentType: body?.contentType,
    idempotencyKey,
    signal: request.signal,
  });
  // Kept before anything is written: what the list names is a secret from then on.
  const list = operation.path === '/orgs' ? await readOrganizations(sent) : undefined;
  if (list !== undefined) organizations.keep(token, list);
  const place = placeOf(proxy, token, organizationToken);
  return new Response(
    list === undefined
      ? streamedBody(sent, organizationToken === undefined ? [token] : [token, organizationToken])
      : writeWithoutTokens(list, place.secrets),
    { status: sent.response.status, headers: answerHeaders(sent.response.headers, place) },
  );
}

function targetOf(request: Request, basePath: string): { path: string; query: string } {
  const { pathname, search } = new URL(request.url);
  if (!pathname.startsWith(`${basePath}/`))
    throw refuse(404, 'This is not below the `basePath` of the proxy.');
  return { path: pathname.slice(basePath.length), query: search };
}

/** Also one of another realm, as some frameworks make them. */
function isResponse(value: unknown): value is Response {
  return (
    typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'body' in value
  );
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null || request.method === 'GET') return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw refuse(400, '`Idempotency-Key` is no key. Send a UUID.');
  return key;
}

async function organizationTokenFor(
  proxy: ProxyContext,
  request: Request,
  { needsOrganization }: AllowedOperation,
  asking: Asking,
): Promise<string | undefined> {
  if (!needsOrganization) return undefined;
  const id = request.headers.get('x-cobalt-organization') ?? '';
  if (!/^[\w-]{1,200}$/.test(id))
    throw refuse(400, '`X-Cobalt-Organization` must name the organization by its id.');
  const found = await proxy.organizations.find(asking.token, id, async (target) =>
    readOrganizations(await askCobalt(proxy, asking, { method: 'GET', target })),
  );
  if (found === undefined) throw refuse(403, 'The API token sees no such organization.');
  return found;
}
