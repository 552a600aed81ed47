'use client';

import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { type Cause, causeOf } from '../connection/cause.ts';
import { type ConnectionState, INITIAL_STATE } from '../connection/connectionState.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { ClientContext } from '../query/clientContext.ts';

/** The client, where there is one: a look can also be shown outside of a `CobaltProvider`. */
export function useClientIfAny(): CobaltClient | undefined {
  return useContext(ClientContext);
}

/** One part of the connection's state, where there is one. It renders anew only when that part changes. */
export function useConnectionPart<Part>(select: (state: ConnectionState) => Part): Part {
  const connection = useClientIfAny()?.connection;
  return useSyncExternalStore(
    connection?.subscribe ?? never,
    () => select(connection?.getState() ?? INITIAL_STATE),
    () => select(INITIAL_STATE),
  );
}

const never = (): (() => void) => () => undefined;

/** Whether a cause stands in the way right now. */
export function isHeld(state: ConnectionState, cause: Cause): boolean {
  switch (cause) {
    case 'offline':
      return state.isOffline;
    case 'maintenance':
      return state.maintenance !== undefined;
    case 'session':
      return state.session !== 'active';
    case 'cooldown-read':
      return state.cooldown.read !== undefined;
    case 'cooldown-write':
      return state.cooldown.write !== undefined;
  }
}

/** The connection's cause of an error, if any: whether it still holds, and whether it has ended since the error is shown. */
export function useCause(error: AnyCobaltError): {
  readonly cause: Cause | undefined;
  readonly isHeld: boolean;
  readonly hasEnded: boolean;
} {
  const connection = useClientIfAny()?.connection;
  const cause = causeOf(error);
  const [endedFor, setEndedFor] = useState<AnyCobaltError>();

  useEffect(
    () =>
      connection?.onResume((ended) => {
        if (ended === cause) setEndedFor(error);
      }),
    [connection, cause, error],
  );

  const held = useConnectionPart((state) => cause !== undefined && isHeld(state, cause));
  return { cause, isHeld: held, hasEnded: endedFor === error };
}
