'use client';

import { useMemo } from 'react';
import type { Cause } from '../connection/cause.ts';
import type { CooldownState } from '../connection/connectionState.ts';
import { NetworkError } from '../errors/failures.ts';
import { ServiceUnavailableError, TooManyRequestsError, UnauthorizedError } from '../errors/statusErrors.ts';
import { useConnectionPart } from './useCause.ts';

interface ErrorOfCause {
  readonly offline: NetworkError;
  readonly maintenance: ServiceUnavailableError;
  readonly session: UnauthorizedError;
  readonly 'cooldown-read': TooManyRequestsError;
  readonly 'cooldown-write': TooManyRequestsError;
}

/**
 * What the connection knows of a cause, as the error of a request that was never sent: the first one that was refused may be long
 * gone. The same error until what it tells has changed.
 */
export function useCauseError<Of extends Cause>(cause: Of): ErrorOfCause[Of];
export function useCauseError(cause: Cause): ErrorOfCause[Cause] {
  const maintenance = useConnectionPart((state) => state.maintenance);
  const cooldown = useConnectionPart(({ cooldown: { read, write } }) =>
    cause === 'cooldown-write' ? write : read,
  );
  return useMemo(() => {
    const about = { method: 'GET', path: '', attempts: 0 };
    switch (cause) {
      case 'offline':
        return new NetworkError({ ...about, kind: 'offline' });
      case 'session':
        return new UnauthorizedError(about);
      case 'maintenance':
        return new ServiceUnavailableError({
          ...about,
          ...(maintenance && { occurredAt: maintenance.since }),
          retryAt: maintenance?.nextCheckAt,
        });
      case 'cooldown-read':
        return new TooManyRequestsError({ ...about, ...timesOf(cooldown) });
      case 'cooldown-write':
        return new TooManyRequestsError({ ...about, method: 'POST', ...timesOf(cooldown) });
    }
  }, [cause, maintenance, cooldown]);
}

function timesOf(cooldown: CooldownState | undefined) {
  return cooldown && { occurredAt: cooldown.since, retryAt: cooldown.retryAt, limit: cooldown.limit };
}
