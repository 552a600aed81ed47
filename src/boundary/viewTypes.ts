import type { Component, FunctionComponent } from 'react';
import type { AnyCobaltError, ErrorFor, ErrorSelector } from '../errors/anyCobaltError.ts';

/**
 * Where an error is shown: `inline` in the place of the content, `strip` above data that is still there, `banner` for the whole
 * connection, `page` instead of a route.
 */
export type Presentation = 'inline' | 'strip' | 'banner' | 'page';

/** The level of the heading of an error, so that it fits into the outline of the page around it. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** How bad it is. Red (`danger`) is kept for what is broken and cannot be mended here; limits and planned work never are. */
export type ErrorSeverity = 'neutral' | 'info' | 'warning' | 'danger' | 'success';

/** Where a failure stands: `waiting` and `retrying` go on by themselves, `stopped` waits for the person. */
export type Phase = 'failed' | 'waiting' | 'retrying' | 'recovered' | 'stopped';

/**
 * What every view gets: a ready-made one, and yours in `views`. Only `error` is always there, so a view can also be used alone.
 *
 * @example
 * function MyCooldown({ error, onRetry }: ErrorViewProps<TooManyRequestsError>) {
 *   return <button onClick={onRetry}>Again after {new Date(error.retryAt).toLocaleTimeString()}</button>;
 * }
 */
export interface ErrorViewProps<E extends AnyCobaltError = AnyCobaltError> {
  readonly error: E;
  /** Loads again, or sends again what was not saved. A promise that it returns counts as "retrying" until it settles. */
  readonly onRetry?: (() => unknown) | undefined;
  readonly isRetrying?: boolean | undefined;
  /** When the data that is still on screen was loaded, as TanStack says it; 0 or nothing = there is none. */
  readonly dataUpdatedAt?: number | undefined;
  readonly presentation?: Presentation | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Takes the message away, and with it what was not saved. */
  readonly onDismiss?: (() => unknown) | undefined;
  /** How often in a row it failed before the person's eyes; 1 = for the first time. */
  readonly failures?: number | undefined;
  /** It came back at once too often, so nothing is tried again by itself. */
  readonly hasGivenUp?: boolean | undefined;
}

/** A component for an error. One that takes any error fits wherever a special one is asked for. */
export type ErrorView<E extends AnyCobaltError = AnyCobaltError> =
  | ((props: ErrorViewProps<E>) => ReturnType<FunctionComponent>)
  | (new (
      props: ErrorViewProps<E>,
    ) => Component);

/**
 * Your views by status or kind; the rest keeps its look. A status goes before a kind, and 429 and 509 are one error, so either
 * name serves both.
 */
export type ErrorViews = {
  readonly [S in ErrorSelector]?: ErrorView<ErrorFor<S>> | undefined;
};
