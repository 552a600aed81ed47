'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { ClientContext } from './clientContext.ts';
import { followConnection, forgetOthers } from './resume.ts';
import { applyQueryRules } from './rules.ts';

/** What `CobaltProvider` takes. */
export interface CobaltProviderProps {
  /** From `createCobaltClient`, made outside of components; `client.withOrganization(id)` to look at another organization. */
  readonly client: CobaltClient;
  readonly children?: ReactNode;
}

/**
 * Gives the hooks below it their client. Stands inside TanStack's `QueryClientProvider` and renders only its children. The app's
 * `QueryClient` is used as it is: retry, throw and network rules of this library apply to its own keys alone.
 *
 * It shows nothing: put `CobaltUI` inside it for the banners.
 *
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <CobaltProvider client={client}>
 *     <App />
 *   </CobaltProvider>
 * </QueryClientProvider>
 */
export function CobaltProvider({ client, children }: CobaltProviderProps): ReactNode {
  const queryClient = useQueryClient();
  // While rendering, since the first hook below reads the rules before any effect runs.
  applyQueryRules(queryClient, client.scope);
  forgetOthers(queryClient, client);
  useEffect(() => followConnection(queryClient, client), [queryClient, client]);
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}
