'use client';

import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { useSecondsShown } from './Countdown.tsx';
import { useAnnouncement } from './useAnnouncement.ts';
import { type ErrorState, useErrorState } from './useErrorState.ts';
import type { ErrorViewProps } from './viewTypes.ts';

/** What a custom view needs of an error, with the seconds that are left. */
export interface ErrorViewState extends ErrorState {
  /** Seconds until it can be tried again, as they are shown: whole minutes above one. `undefined` without a wait, and on a server. */
  readonly remaining: number | undefined;
}

/** What `useErrorView` takes: the props that your view was given. */
export interface ErrorViewOptions extends Omit<ErrorViewProps, 'error'> {
  /** False: a screen reader is not told; say it yourself, or move the focus to the message. Default true. */
  readonly isAnnounced?: boolean | undefined;
}

/**
 * Everything that a view of your own needs for an error, and nothing of a look: its kind, severity and texts in the language of the
 * page, where it stands (`phase`, `remaining`), and every way out with its label. It follows the connection as the ready-made views
 * do, announces the error, and renders once a second while something is counted down.
 *
 * It is *not* needed to change words (`messages`), colours (CSS variables), one part (`classNames`), or a button (`actions`).
 *
 * @example
 * function MyView({ error, ...props }: ErrorViewProps) {
 *   const view = useErrorView(error, props);
 *   return (
 *     <section {...view.attributes}>
 *       <h2>{view.title}</h2>
 *       <p>{view.body}</p>
 *       {view.remaining !== undefined && <p>{view.remaining} s</p>}
 *       {view.actions.map(({ name, label, href, isUnavailable, run }) =>
 *         href ? (
 *           <a key={name} href={href}>{label}</a>
 *         ) : (
 *           <button key={name} aria-disabled={isUnavailable} onClick={run}>{label}</button>
 *         ),
 *       )}
 *     </section>
 *   );
 * }
 * <CobaltErrorBoundary views={{ server: MyView }} />
 */
export function useErrorView(error: AnyCobaltError, options: ErrorViewOptions = {}): ErrorViewState {
  const { isAnnounced = true, ...props } = options;
  const state = useErrorState({ ...props, error });
  useAnnouncement(state.announcement, isAnnounced ? state.live : 'off');
  return { ...state, remaining: useSecondsShown(state.retryAt) };
}
