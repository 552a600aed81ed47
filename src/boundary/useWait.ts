'use client';

import { useEffect } from 'react';
import { bucketOf, type Cause } from '../connection/cause.ts';
import type { ConnectionState, CooldownState, MaintenanceState } from '../connection/connectionState.ts';
import type { Connection } from '../connection/createConnection.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { comesBack } from './looks.ts';
import { useCause, useClientIfAny, useConnectionPart } from './useCause.ts';

/** What a connection waits for, as far as it concerns one error. */
export interface Wait {
  readonly cooldown: CooldownState | undefined;
  readonly maintenance: MaintenanceState | undefined;
  readonly session: ConnectionState['session'] | undefined;
  readonly scope: string | undefined;
  readonly isChecking: boolean | undefined;
  /** What "try again" means to the connection; `undefined` where it is the caller's own. */
  readonly retry: (() => unknown) | undefined;
  readonly stop: (() => void) | undefined;
}

const nothing = (): undefined => undefined;

/** An error may also come from elsewhere, or be shown as an example: then the connection waits for nothing. */
export function useWait(error: AnyCobaltError): Wait {
  const client = useClientIfAny();
  const connection = client?.connection;
  const { cause, isHeld } = useCause(error);
  const bucket = bucketOf(error);
  const { kind, operation } = error;
  const cooldown = useConnectionPart(kind === 'rate-limited' ? (state) => state.cooldown[bucket] : nothing);
  const maintenance = useConnectionPart(
    error.kind === 'maintenance' && !error.isIsolated ? (state) => state.maintenance : nothing,
  );
  const session = useConnectionPart(kind === 'unauthenticated' ? (state) => state.session : nothing);
  const goesOn = (maintenance && !maintenance.isStopped) ?? comesBack(error, cooldown);
  useStopChoice(connection, cause, goesOn);

  const isWaiting = maintenance !== undefined || (kind === 'offline' && isHeld);
  const isCoolingDown = cooldown !== undefined && operation === 'read';
  return {
    cooldown,
    maintenance,
    session,
    scope: kind === 'unauthenticated' ? client?.scope : undefined,
    isChecking: maintenance?.isChecking,
    retry: connection && retryOf(connection, isWaiting, isCoolingDown ? bucket : undefined),
    stop:
      connection && cause && goesOn
        ? () => {
            choose(connection, cause);
            connection.stop(cause);
          }
        : undefined,
  };
}

function retryOf(
  connection: Connection,
  isWaiting: boolean,
  bucket: OperationType | undefined,
): (() => unknown) | undefined {
  if (isWaiting) return () => connection.check();
  return bucket && (() => connection.resume(bucket));
}

const choices = new WeakMap<Connection, Set<Cause>>();

function choose(connection: Connection, cause: Cause): void {
  choices.set(connection, (choices.get(connection) ?? new Set()).add(cause));
}

/** Who stopped automatic tries once has decided so until the page is left: the next wait does not begin them again. */
function useStopChoice(connection: Connection | undefined, cause: Cause | undefined, goesOn: boolean): void {
  useEffect(() => {
    if (connection && cause && goesOn && choices.get(connection)?.has(cause)) connection.stop(cause);
  }, [connection, cause, goesOn]);
}
