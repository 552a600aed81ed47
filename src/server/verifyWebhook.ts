import type { WebhookEvent } from '../client/webhookEvent.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';

const MAX_BYTES = 1_048_576;

/**
 * Checks that a request comes from Cobalt, by the secret that the webhook was created with, and gives its event; `undefined` when it does
 * not, or cannot be read: answer 401 and say no more. The comparison takes the same time for every wrong secret.
 *
 * It says who sent the event, *not* that it is news: Cobalt may deliver one twice.
 *
 * @example
 * const event = await verifyWebhook(request, process.env.COBALT_WEBHOOK_SECRET);
 * if (!event) return new Response(null, { status: 401 });
 *
 * @see https://docs.cobalt.io/v2/#webhooks
 */
export async function verifyWebhook(
  request: Request,
  secret: string | undefined,
): Promise<WebhookEvent | undefined> {
  if (!secret) {
    throw new ConfigurationError(
      'verifyWebhook: pass the secret that the webhook was created with. Without one anybody can post events.',
    );
  }
  const given = request.headers.get('x-secret') ?? '';
  if (!(await isSame(given, secret))) return undefined;
  if (Number(request.headers.get('content-length')) > MAX_BYTES) return undefined;
  try {
    const event: unknown = await request.json();
    return isEvent(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

// Digests have one length, and tell nothing of how far two secrets agree.
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(digest));
  let difference = 0;
  a?.forEach((byte, index) => {
    difference |= byte ^ (b?.[index] ?? 0);
  });
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function isEvent(value: unknown): value is WebhookEvent {
  const event = value as Partial<WebhookEvent> | null;
  return (
    typeof event?.id === 'string' &&
    typeof event.action === 'string' &&
    typeof event.subject?.id === 'string' &&
    typeof event.subject.type === 'string' &&
    typeof event.timestamp === 'string'
  );
}
