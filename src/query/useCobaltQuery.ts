'use client';

import {
  type InfiniteData,
  type QueryKey,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '../client/envelope.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { useCobaltClient } from './clientContext.ts';
import type { ListDescriptor, PageParam, ReadDescriptor, Skippable } from './descriptors.ts';
import { flattenPages, type FlatPages } from './flattenPages.ts';
import { type CobaltQueryKey, isSameTenant } from './keys.ts';
import { focusRule, intervalRule } from './rules.ts';

/** TanStack's own options, all of them but the key and the fetcher. */
export type ReadHookOptions<Answer, Selected = Answer> = Omit<
  UseQueryOptions<Answer, AnyCobaltError, Selected, CobaltQueryKey>,
  'queryKey' | 'queryFn'
>;

/** TanStack's own options of an infinite query; `select` gets the pages with their flat `items`. */
export type InfiniteHookOptions<Item, Selected = FlatPages<Item>> = Omit<
  UseInfiniteQueryOptions<Page<Item>, AnyCobaltError, Selected, CobaltQueryKey, PageParam>,
  'queryKey' | 'queryFn' | 'initialPageParam' | 'getNextPageParam' | 'getPreviousPageParam' | 'select'
> & { readonly select?: (data: FlatPages<Item>) => Selected };

/** What every hook of one read is made of. */
export function useCobaltQuery<Params, Answer, Selected = Answer>(
  descriptor: ReadDescriptor<Params, Answer>,
  params: Skippable<Params>,
  options?: ReadHookOptions<Answer, Selected>,
): UseQueryResult<Selected, AnyCobaltError> {
  const own = descriptor.queryOptions(useCobaltClient(), params);
  return useQuery({
    ...options,
    ...useOwnRules(options as Ruled | undefined, own.queryKey),
    ...own,
  } as UseQueryOptions<Answer, AnyCobaltError, Selected, CobaltQueryKey>);
}

/** What every infinite hook is made of. */
export function useCobaltInfiniteQuery<Params, Item, Selected = FlatPages<Item>>(
  descriptor: ListDescriptor<Params, Item>,
  params: Skippable<Omit<Params & object, 'cursor'>>,
  options?: InfiniteHookOptions<Item, Selected>,
): UseInfiniteQueryResult<Selected, AnyCobaltError> {
  const own = descriptor.infiniteQueryOptions(useCobaltClient(), params);
  const pick = options?.select;
  // TanStack runs `select` again whenever the function is another one.
  const select = useMemo(
    () =>
      pick ? (data: InfiniteData<Page<Item>, PageParam>) => pick(flattenPages(data)) : flattenPages<Item>,
    [pick],
  );
  return useInfiniteQuery({
    ...options,
    ...useOwnRules(options as Ruled | undefined, own.queryKey),
    ...own,
    select,
  } as UseInfiniteQueryOptions<Page<Item>, AnyCobaltError, Selected, CobaltQueryKey, PageParam>);
}

type Placeholder = (data: unknown, query: { readonly queryKey: QueryKey } | undefined) => unknown;

interface Ruled {
  readonly refetchInterval?: Parameters<typeof intervalRule>[0];
  readonly refetchOnWindowFocus?: Parameters<typeof focusRule>[0];
  readonly placeholderData?: unknown;
}

/** What the caller says, within our rules. What is left out stays out: then the defaults hold. */
function useOwnRules(
  options: Ruled | undefined,
  [, scope, organization]: CobaltQueryKey,
): object | undefined {
  const given = options?.placeholderData;
  // TanStack asks for the placeholder again whenever the function is another one.
  const placeholderData = useMemo(
    () =>
      typeof given === 'function'
        ? // `keepPreviousData` must not keep another organization's rows.
          (((data, query) =>
            query && !isSameTenant(query.queryKey, scope, organization)
              ? undefined
              : (given as Placeholder)(data, query)) satisfies Placeholder)
        : given,
    [given, scope, organization],
  );
  if (!options) return undefined;
  const { refetchInterval: interval, refetchOnWindowFocus: focus } = options;
  return {
    ...(interval !== undefined && { refetchInterval: intervalRule(interval) }),
    ...(focus !== undefined && { refetchOnWindowFocus: focusRule(focus) }),
    ...(given !== undefined && { placeholderData }),
  };
}
