import type { AllowedOperation } from './allowList.ts';
import { readAtMost } from './readAtMost.ts';
import { refuse } from './refusal.ts';

/** Cobalt takes files under 10 MB; the form around one takes a little more. */
const MAX_BODY_BYTES = 11 * 1024 * 1024;

const TYPES: Record<AllowedOperation['body'], RegExp> = {
  json: /^application\/(vnd\.cobalt\.v2\+)?json(\s*;\s*charset="?utf-8"?)?$/i,
  file: /^multipart\/form-data\s*;\s*boundary=("[\w '()+,./:=?-]{1,70}"|[\w'()+./-]{1,70})$/i,
  none: /(?!)/,
};

/** Without this, a change would go to Cobalt with nothing in it. */
const TAKEN_AWAY =
  'The body did not arrive at the proxy. Mount it before everything that reads bodies, such as a JSON parser.';

export interface RequestBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/**
 * Reads what a request brings, into memory: only so is its size known before Cobalt sees any of it. A body
 * where none belongs is not passed on. Throws a `Refusal`: 413 above 11 MB, 415 for another type than the
 * operation takes, 400 for a body that broke off or was read before.
 */
export async function readRequestBody(
  request: Request,
  operation: AllowedOperation,
): Promise<RequestBody | undefined> {
  if (operation.body === 'none') return undefined;
  const announced = Number(request.headers.get('content-length') ?? 0);
  const tooLarge = 'The body is larger than 11 MB.';
  if (announced > MAX_BODY_BYTES) throw refuse(413, tooLarge);
  const contentType = request.headers.get('content-type') ?? '';
  if (request.bodyUsed) throw refuse(400, TAKEN_AWAY);
  const { bytes, isWhole, isBroken } = await readAtMost(request.body, MAX_BODY_BYTES);
  if (!isWhole) throw refuse(413, tooLarge);
  if (isBroken) throw refuse(400, 'The body broke off.');
  if (bytes.byteLength === 0 && announced > 0) throw refuse(400, TAKEN_AWAY);
  if (bytes.byteLength === 0) return undefined;
  if (!TYPES[operation.body].test(contentType) || request.headers.has('content-encoding')) {
    throw refuse(
      415,
      operation.body === 'json' ? 'The body must be JSON.' : 'The body must be multipart/form-data.',
    );
  }
  return { bytes, contentType };
}
