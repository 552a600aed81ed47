'use client';

import { useSyncExternalStore } from 'react';
import { type ConnectionState, INITIAL_STATE } from '../connection/connectionState.ts';
import { useCobaltClient } from './clientContext.ts';

/**
 * What all requests of the client share right now: cooldown, session, maintenance, offline. For an indicator of your own;
 * `CobaltUI` shows it already. On a server nothing is known yet, so nothing is wrong.
 *
 * @example
 * const { cooldown } = useConnection();
 * return cooldown.write ? <p>Saving is paused.</p> : null;
 */
export function useConnection(): ConnectionState {
  const { connection } = useCobaltClient();
  return useSyncExternalStore(connection.subscribe, connection.getState, () => INITIAL_STATE);
}
