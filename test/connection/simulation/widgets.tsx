import {
  CobaltErrorBoundary,
  type ErrorViewProps,
  type ErrorViews,
  isCobaltError,
  listFindings,
  useAssets,
  useCreateAsset,
  useFetchAll,
  useFinding,
  useFindings,
  useInfiniteFindings,
  useUpdateFindingState,
} from 'cobalt-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

export const KINDS = ['list', 'one', 'long', 'assets', 'walk'] as const;

export interface WidgetSpec {
  readonly kind: (typeof KINDS)[number];
  /** Which of the equal kind: the same number shares the query. */
  readonly number: number;
  readonly hasBoundary: boolean;
  readonly pollMs: number | undefined;
}

/** What a person sees of one widget, and may press. */
export interface Shown {
  /** Whose data it is. */
  readonly owners: readonly string[];
  readonly hasData: boolean;
  readonly error: unknown;
  /** Only a widget whose data a person waits for may ask for a token. */
  readonly isWaitedFor: boolean;
  readonly isBusy: boolean;
  readonly retry: (() => unknown) | undefined;
  readonly nextPage: (() => unknown) | undefined;
}

export type Screen = Map<string, Shown>;

export interface Form {
  readonly create: (params: { title: string; asset_type: string }) => Promise<unknown>;
  readonly patch: (params: { id: string; state: string }) => Promise<unknown>;
}

interface WidgetProps {
  readonly spec: WidgetSpec;
  /** `gone`: what was shown is so no more. */
  readonly show: (shown: Shown | undefined, gone?: Shown) => void;
}

/** A part of the page, with its own boundary or showing its own error. */
export function Widget({ spec, show }: WidgetProps): ReactNode {
  const Part = PARTS[spec.kind];
  const part = <Part spec={spec} show={show} />;
  return spec.hasBoundary ? <CobaltErrorBoundary views={viewsFor(show)}>{part}</CobaltErrorBoundary> : part;
}

const KINDS_OF_ERRORS = [
  ...['bad-request', 'unauthenticated', 'forbidden', 'not-found', 'rate-limited', 'server', 'maintenance'],
  ...['offline', 'unreachable', 'timeout', 'malformed', 'unknown', 'already-sent', 'validation'],
] as const;

const views = new WeakMap<WidgetProps['show'], ErrorViews>();

function viewsFor(show: WidgetProps['show']): ErrorViews {
  const known = views.get(show);
  if (known) return known;
  function Failed({ error, onRetry, isRetrying = false }: ErrorViewProps): ReactNode {
    useShow(show, {
      owners: [],
      hasData: false,
      error,
      isWaitedFor: true,
      isBusy: isRetrying,
      retry: onRetry,
      nextPage: undefined,
    });
    return null;
  }
  const made = Object.fromEntries(KINDS_OF_ERRORS.map((kind) => [kind, Failed])) as ErrorViews;
  views.set(show, made);
  return made;
}

function useShow(show: WidgetProps['show'], shown: Shown): void {
  const last = useRef(shown);
  useLayoutEffect(() => {
    last.current = shown;
    show(shown);
  });
  // A panel may go a moment after what is shown in its place has come.
  useLayoutEffect(() => () => show(undefined, last.current), [show]);
}

interface Result {
  readonly data: unknown;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

function useShowResult(
  show: WidgetProps['show'],
  { data, error, isFetching, refetch }: Result,
  nextPage?: () => unknown,
): void {
  useShow(show, {
    owners: ownersIn(data),
    hasData: data !== undefined,
    error,
    isWaitedFor: data === undefined,
    isBusy: isFetching,
    retry: refetch,
    nextPage,
  });
}

function ownersIn(data: unknown): readonly string[] {
  const { items, owner } = (data ?? {}) as { items?: readonly { owner: string }[]; owner?: string };
  return [...new Set(items?.map((item) => item.owner) ?? (owner === undefined ? [] : [owner]))];
}

function optionsOf({ hasBoundary, pollMs }: WidgetSpec) {
  return {
    notifyOnChangeProps: 'all',
    ...(!hasBoundary && { throwOnError: false }),
    ...(pollMs !== undefined && { refetchInterval: pollMs }),
  } as const;
}

const PARTS: Readonly<Record<WidgetSpec['kind'], (props: WidgetProps) => ReactNode>> = {
  list: function List({ spec, show }) {
    useShowResult(show, useFindings({ limit: spec.number + 2 }, optionsOf(spec)));
    return null;
  },
  one: function One({ spec, show }) {
    useShowResult(show, useFinding(`vl_${spec.number + 1}`, optionsOf(spec)));
    return null;
  },
  long: function Long({ spec, show }) {
    const list = useInfiniteFindings({ limit: spec.number + 2 }, optionsOf(spec));
    useShowResult(show, list, list.hasNextPage ? list.fetchNextPage : undefined);
    return null;
  },
  assets: function Assets({ spec, show }) {
    useShowResult(show, useAssets({ limit: spec.number + 5 }, optionsOf(spec)));
    return null;
  },
  walk: function Walk({ spec, show }) {
    const { items, status, error, resume } = useFetchAll(listFindings, { limit: spec.number + 2 });
    useShow(show, {
      owners: ownersIn({ items }),
      hasData: status === 'success',
      error,
      isWaitedFor: false,
      isBusy: status === 'loading',
      retry: resume,
      nextPage: undefined,
    });
    return null;
  },
};

/** Where a person writes. */
export function Editor({ take }: { readonly take: (form: Form | undefined) => void }): ReactNode {
  const { mutateAsync: create } = useCreateAsset();
  const { mutateAsync: patch } = useUpdateFindingState();
  useLayoutEffect(() => {
    take({ create, patch });
    return () => take(undefined);
  }, [take, create, patch]);
  return null;
}

/** What a failed write tells the person. */
export function claimOf(error: unknown): 'saved' | 'not saved' | 'uncertain' | 'nothing that it may say' {
  if (!isCobaltError(error)) return 'nothing that it may say';
  const { kind, attempts, retrySafeUntil } = error;
  if (kind === 'already-sent') return error.probablySucceeded === true ? 'saved' : 'nothing that it may say';
  const mayHaveArrived = ['server', 'unknown', 'offline', 'unreachable', 'timeout', 'malformed'].includes(
    kind,
  );
  return retrySafeUntil !== undefined || (attempts > 0 && mayHaveArrived) ? 'uncertain' : 'not saved';
}
