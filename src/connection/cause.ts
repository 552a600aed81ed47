import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';

/** Why a whole connection stands still. Its end makes everything that failed for it worth sending again. */
export type Cause = 'offline' | 'maintenance' | 'session' | 'cooldown-read' | 'cooldown-write';

/** Which of Cobalt's two limits a request counts against: a search by `POST` is a read to a person, and a mutation to the limit. */
export function bucketOf({ method }: { readonly method: string }): OperationType {
  return method === 'GET' ? 'read' : 'write';
}

/** The cause that an error belongs to; `undefined` where the failure concerns that one request alone. */
export function causeOf(error: AnyCobaltError): Cause | undefined {
  switch (error.kind) {
    case 'offline':
      return 'offline';
    case 'maintenance':
      return error.isIsolated ? undefined : 'maintenance';
    case 'unauthenticated':
      return 'session';
    case 'rate-limited':
      return `cooldown-${bucketOf(error)}`;
    default:
      return undefined;
  }
}
