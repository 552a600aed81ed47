'use client';

import { type Context, createContext, useContext } from 'react';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { misuse } from '../client/misuse.ts';

export const ClientContext: Context<CobaltClient | undefined> = /* @__PURE__ */ createContext<
  CobaltClient | undefined
>(undefined);

/**
 * The client of the nearest `CobaltProvider`: for `client.call`, `setToken`, `signOut`, or for passing to `queryOptions`. Throws
 * `ConfigurationError` outside of a provider.
 *
 * @example
 * const client = useCobaltClient();
 * const findings = useSuspenseQuery(listFindings.queryOptions(client, { state: 'need_fix' }));
 */
export function useCobaltClient(): CobaltClient {
  const client = useContext(ClientContext);
  if (!client) throw misuse('useCobaltClient', 'no provider');
  return client;
}
