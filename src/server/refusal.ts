import { withSafety } from './safetyHeaders.ts';

/**
 * Thrown anywhere in the proxy to answer with an error: data, so that several waiting requests can answer
 * with the same one.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly #body: string;
  readonly #headers: Headers;

  constructor(status: number, body: string, headers: HeadersInit) {
    super(`answered with ${status}`);
    this.status = status;
    this.#body = body;
    this.#headers = new Headers(headers);
  }

  toResponse(): Response {
    return new Response(this.#body, { status: this.status, headers: withSafety(this.#headers) });
  }
}

/** The proxy's own error: one sentence as JSON, which the browser's client shows as `detail`. */
export function refuse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, JSON.stringify({ message }), { ...headers, 'Content-Type': 'application/json' });
}
