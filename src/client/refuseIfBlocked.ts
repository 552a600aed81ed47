import { bucketOf, type Cause } from '../connection/cause.ts';
import type { Connection, ConnectionControl } from '../connection/createConnection.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit, OperationType } from '../errors/CobaltError.ts';
import { NetworkError } from '../errors/failures.ts';
import { ServiceUnavailableError, TooManyRequestsError, UnauthorizedError } from '../errors/statusErrors.ts';

/** Throws the error of a request that must not be sent now, since the whole connection waits. */
export function refuseIfBlocked(
  connection: ConnectionControl,
  about: CobaltErrorInit & { readonly operation: OperationType },
  isBackground: boolean,
): void {
  const cause = connection.blockedBy(bucketOf(about));
  if (cause === 'session' && !isBackground) connection.sessionWanted();
  if (cause) throw refusal(cause, about, connection);
}

function refusal(cause: Cause, about: CobaltErrorInit, connection: Connection): AnyCobaltError {
  const { maintenance, cooldown } = connection.getState();
  switch (cause) {
    case 'offline':
      return new NetworkError({ ...about, kind: 'offline' });
    case 'maintenance':
      return new ServiceUnavailableError({ ...about, retryAt: maintenance?.nextCheckAt });
    case 'session':
      return new UnauthorizedError(about);
    default: {
      const wait = cooldown[cause === 'cooldown-read' ? 'read' : 'write'];
      return new TooManyRequestsError({ ...about, retryAt: wait?.retryAt, limit: wait?.limit });
    }
  }
}
