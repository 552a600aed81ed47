'use client';

import { hashKey, skipToken } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { CobaltClient } from '../client/createCobaltClient.ts';
import { INITIAL_STATE } from '../connection/connectionState.ts';
import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import { useCobaltClient } from './clientContext.ts';
import type { ListDescriptor, Skippable } from './descriptors.ts';
import { fetchAll, type FetchAllProgress } from './fetchAll.ts';

/** How far `useFetchAll` walks. */
export interface UseFetchAllOptions {
  /** Stops when so many are there. */
  readonly maxItems?: number;
}

/** What `useFetchAll` gives: everything that is there so far, and where the walk stands. */
export interface UseFetchAllResult<Item> {
  /** All so far, also after a failure. */
  readonly items: readonly Item[];
  readonly progress: { readonly items: number; readonly pages: number };
  readonly status: 'loading' | 'success' | 'error' | 'cancelled';
  readonly error: AnyCobaltError | null;
  /** Goes on where a failure or `cancel` stopped it. */
  readonly resume: () => void;
  /** Stops the walk and keeps what is there. */
  readonly cancel: () => void;
}

interface Walk<Item> {
  readonly key: string;
  readonly run: number;
  readonly status: UseFetchAllResult<Item>['status'];
  readonly error: AnyCobaltError | null;
  readonly progress: FetchAllProgress<Item> | undefined;
}

const NOTHING: readonly never[] = [];

/**
 * Walks a list to its end while the component is there, and shows how far it has come. It waits where the connection waits, stops at a
 * page that fails, and resumes there. Nothing of it is cached: what a person scrolls through belongs into `useInfiniteFindings` and
 * its like.
 *
 * @example
 * const { items, status, resume } = useFetchAll(listFindings, { state: 'need_fix' });
 */
export function useFetchAll<Params, Item>(
  descriptor: ListDescriptor<Params, Item>,
  params?: Skippable<Omit<Params & object, 'cursor'>>,
  { maxItems }: UseFetchAllOptions = {},
): UseFetchAllResult<Item> {
  const client = useCobaltClient();
  const isWaiting = params === skipToken;
  const key = hashKey([
    usePerson(client),
    client.scope,
    client.organizationId,
    descriptor.name,
    isWaiting ? null : params,
    maxItems,
  ]);
  const fresh: Walk<Item> = { key, run: 0, status: 'loading', error: null, progress: undefined };
  const [stored, setWalk] = useState(fresh);
  // Another list, or another organization: not one row of the last one is shown.
  const walk = stored.key === key ? stored : fresh;
  const { run, status, error, progress } = walk;

  const change = useCallback(
    (next: (last: Walk<Item>) => Partial<Walk<Item>>) => {
      setWalk((last) => {
        const base: Walk<Item> =
          last.key === key ? last : { key, run: 0, status: 'loading', error: null, progress: undefined };
        return { ...base, ...next(base) };
      });
    },
    [key],
  );

  const isLoading = status === 'loading' && !isWaiting;
  useEffect(() => {
    if (!isLoading) return;
    const controller = new AbortController();
    // What the walk of this run starts with; later progress is its own.
    fetchAll(client, descriptor, params as Omit<Params & object, 'cursor'>, {
      maxItems,
      signal: controller.signal,
      resumeFrom: progress,
      onProgress: (now) => {
        if (!controller.signal.aborted) change(() => ({ progress: now }));
      },
    }).then(
      () => {
        if (!controller.signal.aborted) change(() => ({ status: 'success' }));
      },
      (failure: unknown) => {
        if (controller.signal.aborted) return;
        // A programming error belongs to the boundary of the app.
        change(() => {
          if (!isCobaltError(failure)) throw failure;
          return { status: 'error', error: failure };
        });
      },
    );
    return () => {
      controller.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for params; progress is read once for each run
  }, [client, descriptor, key, run, isLoading, change]);

  const resume = useCallback(() => {
    change((last) =>
      last.status === 'error' || last.status === 'cancelled'
        ? { status: 'loading', error: null, run: last.run + 1 }
        : {},
    );
  }, [change]);
  const cancel = useCallback(() => {
    change((last) => (last.status === 'loading' ? { status: 'cancelled' } : {}));
  }, [change]);

  return {
    items: progress?.items ?? NOTHING,
    progress: { items: progress?.items.length ?? 0, pages: progress?.pages ?? 0 },
    status,
    error,
    resume,
    cancel,
  };
}

/** Whose walk it is: what the last person saw is shown to nobody, and their walk has ended. */
function usePerson({ connection }: CobaltClient): number {
  return useSyncExternalStore(
    connection.subscribe,
    () => connection.getState().person,
    () => INITIAL_STATE.person,
  );
}
