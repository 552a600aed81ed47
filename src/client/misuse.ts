import { ConfigurationError } from '../errors/ConfigurationError.ts';

/** What to write instead, by what is wrong. For the developers of an app; none repeats a value that may be a secret. */
const ADVICE = {
  'not one of proxy, region, baseUrl':
    "Pass exactly one of `proxy`, `region` or `baseUrl`. In a browser that is `proxy: '/api/cobalt'`, so that no token is there.",
  timeoutMs: '`timeoutMs` is a number of milliseconds above 0.',
  fetch: '`fetch` is a function like the platform’s own. Leave it out to use that.',
  onReauthenticate:
    '`onReauthenticate` is a function that signs the person in again. Leave it out where a click does that.',
  organization: "`organization` is `{ id: 'or_…' }`. Leave it out where no organization is chosen yet.",
  'token behind a proxy':
    'Behind a `proxy` the server holds the tokens: leave out `token` and `organization.token`. A new one is changed there; then call client.connection.reconnected().',
  proxy: "`proxy` is a path of your own origin like '/api/cobalt', or an absolute https URL, without query.",
  'proxy outside of a browser':
    'A `proxy` path means nothing outside of a browser. Pass its absolute URL there, or your own `fetch`.',
  'no token':
    'Pass `token`: a personal API token or a function that gives it. Or use `proxy`, which needs none.',
  token:
    '`token` is not a token: it is empty, or holds a space, a line break or a character that no header can carry.',
  'organization.token': '`organization.token` is not a token. Leave it out and it is learned from GET /orgs.',
  baseUrl:
    '`baseUrl` is an absolute https URL (http on this machine alone) without credentials, query or fragment.',
  region: "`region` is 'us' or 'eu'. Any other host goes into `baseUrl`.",
  id: "Pass the organization's id, like 'or_…'.",
  'no organization':
    'It is about one organization: pass `organization: { id }` to createCobaltClient, or use client.withOrganization(id).',
  'state of another scope':
    "The server loaded its state from another `proxy`, region or `baseUrl` than the client here looks at, so that nothing of it would be found. Give the server's client the same `proxy`, and `fetch: proxyFetch(…)` of cobalt-react/server.",
  'no provider': 'No CobaltProvider above this component. Wrap the app in <CobaltProvider client={client}>.',
};

export type Mistake = keyof typeof ADVICE;

/**
 * The error of something that was written wrongly. Production bundles leave the sentences out: a mistake is met, and mended, in
 * development.
 *
 * @param where the function that was called
 */
export function misuse(where: string, what: Mistake): ConfigurationError {
  return new ConfigurationError(
    process.env.NODE_ENV === 'production'
      ? `${where} was not used as documented (${what}). A development build says what to write instead.`
      : `${where}: ${ADVICE[what]}`,
  );
}
