/** On every answer: nothing of it is kept, and nobody guesses what it is. */
const ON_EVERY_ANSWER = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * On the proxy's own and on Cobalt's answers: nothing of them runs or is embedded. An HTML page of a gateway,
 * or a finding with an attack payload, opened by its address would stand on the app's own origin.
 */
const ON_API_ANSWERS = {
  ...ON_EVERY_ANSWER,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** New headers with those that every API answer has. */
export function withSafety(headers?: HeadersInit): Headers {
  return withAll(headers, ON_API_ANSWERS);
}

/**
 * The app's own answer, which may be a page or a redirect, and stays as it is but for what every answer has.
 */
export function keptSafe({ body, status, statusText, headers }: Response): Response {
  return new Response(body, { status, statusText, headers: withAll(headers, ON_EVERY_ANSWER) });
}

function withAll(headers: HeadersInit | undefined, more: Readonly<Record<string, string>>): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}
