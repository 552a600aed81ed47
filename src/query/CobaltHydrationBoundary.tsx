'use client';

import { HydrationBoundary, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCobaltClient } from './clientContext.ts';
import type { CobaltDehydratedState } from './dehydrateCobalt.ts';
import { takeServerFailures } from './serverFailures.ts';

/** Props of `CobaltHydrationBoundary`. `state` is what the server gave; without it the children load by themselves. */
export interface CobaltHydrationBoundaryProps {
  /** From `dehydrateCobalt` on the server. `null` and `undefined`: nothing was loaded there. */
  readonly state: CobaltDehydratedState | null | undefined;
  readonly children?: ReactNode;
}

/**
 * TanStack's `HydrationBoundary` for what `dehydrateCobalt` gave: what the server loaded is there at once, and what failed there for
 * good fails here with the same typed error and no request, once, within a minute. It stands inside `CobaltProvider`, on the server and in the
 * browser alike, and around the boundaries and components that show the data.
 *
 * On the server such a failure looks like loading, since React catches no errors there; its view comes when the page has started in the
 * browser. Data counts as old at once unless the `QueryClient` says otherwise: give it a `staleTime`, as TanStack advises for
 * servers. Throws `ConfigurationError` where the server loaded for another `proxy` or region, which would find nothing here.
 *
 * It is *not* needed for data that only the browser loads, and catches nothing: that is `CobaltErrorBoundary`.
 *
 * @example
 * <CobaltHydrationBoundary state={dehydrateCobalt(queryClient)}>
 *   <CobaltErrorBoundary>
 *     <FindingPage id={id} />
 *   </CobaltErrorBoundary>
 * </CobaltHydrationBoundary>
 *
 * @see https://tanstack.com/query/v5/docs/framework/react/guides/advanced-ssr Advanced server rendering
 */
export function CobaltHydrationBoundary({ state, children }: CobaltHydrationBoundaryProps): ReactNode {
  const queryClient = useQueryClient();
  const client = useCobaltClient();
  // While rendering, as TanStack's own: the hooks below may fetch as soon as they are mounted.
  if (state) takeServerFailures(queryClient, client, state);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
