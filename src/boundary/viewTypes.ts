import type { Component, FunctionComponent, RefObject } from 'react';
import type { AnyCobaltError, ErrorFor, ErrorKind, ErrorSelector } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import type { BadRequestError, UnprocessableContentError } from '../errors/statusErrors.ts';
import type { CobaltMessages } from './messages.ts';

/**
 * Where an error is shown: `inline` in the place of the content, `strip` above data that is still there, `banner` for the whole
 * connection, `page` instead of a route. There is no toast: what failed is said where it was asked for, and stays until it is settled.
 */
export type Presentation = 'inline' | 'strip' | 'banner' | 'page';

/** The level of the heading of an error, so that it fits into the outline of the page around it. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** How bad it is. Red (`danger`) is kept for what is broken and cannot be mended here; limits and planned work never are. */
export type ErrorSeverity = 'neutral' | 'info' | 'warning' | 'danger' | 'success';

/**
 * Where a failure stands: `waiting` for a moment or for the device to be online, `retrying` just now, `stopped` until the person goes on.
 * Who could stop what goes on by itself finds "stop" among the actions: a save never does, and a device that is offline asks nothing.
 */
export type Phase = 'failed' | 'waiting' | 'retrying' | 'recovered' | 'stopped';

/** How much room a view takes. */
export type Density = 'compact' | 'comfortable' | 'spacious';

/** How a screen reader is told: `off` where something else speaks, or the focus moves to the message. */
export type Live = 'polite' | 'assertive' | 'off';

/** The ways out of all failures, by name. */
export type ActionName =
  | 'tryAgain'
  | 'tryAgainSafely'
  | 'review'
  | 'saveNow'
  | 'now'
  | 'check'
  | 'checkFirst'
  | 'checkList'
  | 'sendAsNew'
  | 'goBack'
  | 'backToList'
  | 'switchOrganization'
  | 'reload'
  | 'reconnect'
  | 'howTo'
  | 'stop'
  | 'dismiss'
  | 'report';

/** One way out of a failure: a button, or a link where it has an `href`. */
export interface ErrorAction {
  /** Yours have any name that no other has. */
  readonly name: ActionName | (string & {});
  readonly label: string;
  /** The one thing that most people want here. */
  readonly isPrimary?: boolean | undefined;
  /** Not yet, or it runs already. Keep the button focusable: `aria-disabled`, never `disabled`. */
  readonly isUnavailable?: boolean | undefined;
  /** Why it cannot be pressed yet, or what to do before it is pressed again: the button's description. */
  readonly hint?: string | undefined;
  /** Makes it a link; only https: and mailto: are links. */
  readonly href?: string | undefined;
  /** Given the click, it takes the second half of a double click for no second decision. */
  readonly run?: ((click?: { readonly detail: number }) => void) | undefined;
}

/** The parts that a class name can be given to, each by its key in `ErrorPanel`. */
export type ErrorPart =
  | 'root'
  | 'layout'
  | 'icon'
  | 'content'
  | 'title'
  | 'body'
  | 'safety'
  | 'staleStamp'
  | 'countdown'
  | 'actions'
  | 'action'
  | 'details'
  | 'row'
  | 'copy'
  | 'summary'
  | 'item';

/** A class for each part that you name; it joins whatever the part has. */
export type ErrorClassNames = Readonly<Partial<Record<ErrorPart, string | undefined>>>;

/** State as data attributes of the outer element: what a stylesheet and a test may rely on. */
export interface ErrorAttributes {
  readonly 'data-kind': ErrorKind | undefined;
  readonly 'data-severity': ErrorSeverity;
  readonly 'data-variant': Presentation;
  readonly 'data-phase': Phase;
  readonly 'data-scope': 'widget' | 'provider';
  readonly 'data-operation': OperationType | undefined;
  /** There, and empty, while data of before is still on screen. */
  readonly 'data-stale': '' | undefined;
  readonly 'data-density': Density | undefined;
}

/** Messages by the name of their field. */
export type FieldMessages = Readonly<Record<string, readonly string[]>>;

/** Reads what the server said about fields into the names of a form's controls; `undefined`: as the library reads it. */
export type MapFieldErrors = (
  error: BadRequestError | UnprocessableContentError,
) => FieldMessages | undefined;

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
  /** When the data that is still on screen was loaded, as TanStack says it: milliseconds since the epoch; 0 or nothing = there is none. */
  readonly dataUpdatedAt?: number | undefined;
  readonly presentation?: Presentation | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Takes the message away, and with it what was not saved. */
  readonly onDismiss?: (() => unknown) | undefined;
  /** How often in a row it failed before the person's eyes; 1 = for the first time. */
  readonly failures?: number | undefined;
  /** It came back at once too often, so nothing is tried again by itself. */
  readonly hasGivenUp?: boolean | undefined;
  /** What stood in the way of a write has ended: the person can save now. */
  readonly hasEnded?: boolean | undefined;
  /** What the person has not saved yet is at risk: a screen reader is told at once. */
  readonly isUrgent?: boolean | undefined;
  /** Other words, for this view alone: `{ 'notFound.title': 'No such finding' }`. */
  readonly messages?: Partial<CobaltMessages> | undefined;
  /**
   * Other ways out: given those that the view has, the most wanted first, gives those that it shows. Called while it renders.
   *
   * @example
   * const askFirst: ErrorViewProps['actions'] = (actions, error) =>
   *   isCobaltError(error, 403)
   *       ? [{ name: 'requestAccess', label: 'Request access', run: openRequestDialog }, ...actions]
   *       : actions;
   */
  readonly actions?:
    | ((actions: readonly ErrorAction[], error: AnyCobaltError) => readonly ErrorAction[])
    | undefined;
  /** A class name for parts of this view: `{ title: 'my-title' }`. */
  readonly classNames?: ErrorClassNames | undefined;
  readonly density?: Density | undefined;
  readonly mapFieldErrors?: MapFieldErrors | undefined;
  /** Gets the focus when this view goes while the focus is in it. Left out: where the focus was before, else the next heading. */
  readonly returnFocusRef?: RefObject<HTMLElement | null> | undefined;
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
