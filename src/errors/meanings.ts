import type { CobaltErrorInit } from './CobaltError.ts';

/** A status of the error table, or a failure that none of its rows covers. */
export type Failure = keyof typeof MEANINGS;

/** What each failure means, why it matters and what to do. For the developers of an app; what a person reads is in `boundary/english.ts`. */
const MEANINGS = {
  400: '400 Bad Request. Part of it could not be read; nothing was saved. Correct the request before sending it again.',
  401: '401 Unauthorized. The API token is revoked, replaced or of another region. Give the client a new token.',
  403: '403 Forbidden. This token has no access here. Ask an organization owner, or check the organization of the client.',
  404: '404 Not Found. It was removed, or belongs to another organization. Check the id and the organization. A proxy that is not mounted where the client looks answers so as well.',
  405: '405 Method Not Allowed. Nothing was changed. Use an operation that the API documents for this path.',
  406: '406 Not Acceptable. Nothing was changed. Check what rewrites the Accept header on the way.',
  409: '409 Conflict. A request with this idempotency key arrived before. Check the list before creating it anew.',
  410: '410 Gone. Cobalt has removed this endpoint. Update the app.',
  418: "418 I'm a teapot. The server refuses this request; sending it again is unlikely to help.",
  422: '422 Unprocessable Content. A value was not accepted; nothing was saved. Correct it and send again.',
  429: "429 Too Many Requests. The user's limit is spent; nothing of this kind is sent before retryAt.",
  500: '500 Internal Server Error. Cobalt had a problem; a write may still have been saved. Try again later.',
  503: '503 Service Unavailable. Cobalt is offline for maintenance; the client checks by itself when it is back.',
  509: "509 Bandwidth Limit Exceeded. The user's limit is spent; nothing of this kind is sent before retryAt.",
  undocumented: ({ status }: CobaltErrorInit) =>
    `${String(status)}, which the API does not document. It probably comes from something between the app and Cobalt.`,
  offline: 'the device is offline. Reads run again when it is back.',
  unreachable:
    'no answer came back. The connection was dropped or blocked; in a browser, CORS is a possible cause.',
  timeout: ({ timeoutMs }: CobaltErrorInit) =>
    `no answer within ${String(timeoutMs)} ms. Raise timeoutMs if this path needs longer.`,
  malformed: ({ mismatch }: CobaltErrorInit) =>
    `the answer could not be read: ${String(mismatch)}. A sign-in page, a proxy or a network filter can cause this.`,
};

/** The second half of an error's message. Production bundles leave the sentences out. */
export function meaningOf(failure: Failure, init: CobaltErrorInit): string {
  return process.env.NODE_ENV === 'production'
    ? `${String(init.status ?? failure)}. A development build says what it means and what to do.`
    : sentence(MEANINGS[failure], init);
}

function sentence(meaning: (typeof MEANINGS)[Failure], init: CobaltErrorInit): string {
  return typeof meaning === 'function' ? meaning(init) : meaning;
}
