'use client';

import { useSyncExternalStore } from 'react';
import { type ConnectionState, INITIAL_STATE } from '../connection/connectionState.ts';
import { useCobaltClient } from './clientContext.ts';

/**
 * What all requests of the client share right now: cooldown, session, maintenance, offline, and how much of the limit is left. For an
 * indicator of your own; `CobaltUI` shows it already. With a selector the component renders only when what it picks has changed. On a
 * server nothing is known yet, so nothing is wrong.
 *
 * @param select picks a part; it gives the same value for the same state
 *
 * @example
 * const isPaused = useConnection(({ cooldown }) => cooldown.write !== undefined);
 * return isPaused ? <p>Saving is paused.</p> : null;
 *
 * @see https://docs.cobalt.io/v2/ Rate limits
 */
export function useConnection(): ConnectionState;
export function useConnection<Part>(select: (state: ConnectionState) => Part): Part;
export function useConnection<Part>(select?: (state: ConnectionState) => Part): ConnectionState | Part {
  const { connection } = useCobaltClient();
  const pick = (state: ConnectionState): ConnectionState | Part => (select ? select(state) : state);
  return useSyncExternalStore(
    connection.subscribe,
    () => pick(connection.getState()),
    () => pick(INITIAL_STATE),
  );
}
