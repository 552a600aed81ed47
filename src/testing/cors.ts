/** How the mock treats requests from pages of other origins. */
export interface CorsPolicy {
  /** Whether such pages may read the rate headers, the request id, `Location` and `Retry-After`. */
  readonly exposeHeaders: boolean;
}

const ALLOWED_HEADERS =
  'authorization, x-org-token, x-cobalt-organization, content-type, idempotency-key, accept';
const EXPOSED_HEADERS =
  'X-Rate-Limit-Get-Limit, X-Rate-Limit-Mutate-Limit, X-Rate-Limit-Remaining, X-Request-Id, Location, Retry-After';

export function readCorsPolicy(option: boolean | { exposeHeaders?: boolean } | undefined): CorsPolicy | null {
  if (option === undefined || option === false) return null;
  return { exposeHeaders: option === true || option.exposeHeaders !== false };
}

export function corsHeaders(policy: CorsPolicy, origin: string | null): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin ?? '*',
    Vary: 'Origin',
    ...(policy.exposeHeaders ? { 'Access-Control-Expose-Headers': EXPOSED_HEADERS } : {}),
  };
}

export function preflightHeaders(policy: CorsPolicy, origin: string | null): Record<string, string> {
  return {
    ...corsHeaders(policy, origin),
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': '600',
  };
}
