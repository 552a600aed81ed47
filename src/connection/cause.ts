import type { AnyCobaltError } from '../errors/anyCobaltError.ts';

/** Why a whole connection stands still. Its end makes everything that failed for it worth sending again. */
export type Cause = 'offline' | 'maintenance' | 'session' | 'cooldown-read' | 'cooldown-write';

/** The cause that an error belongs to; `undefined` where the failure concerns that one request alone. */
export function causeOf(error: AnyCobaltError): Cause | undefined {
  switch (error.kind) {
    case 'offline':
      return 'offline';
    case 'maintenance':
      return 'maintenance';
    case 'unauthenticated':
      return 'session';
    case 'rate-limited':
      return `cooldown-${error.operation}`;
    default:
      return undefined;
  }
}
