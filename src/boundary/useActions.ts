'use client';

import { useState } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { reportLink, reportOf } from './technicalDetails.ts';
import type { ActionName } from './viewTypes.ts';
import type { Words } from './words.ts';

/** One way out of a failure: a button, or a link where it has an `href`. */
export interface ErrorAction {
  readonly name: ActionName;
  readonly label: string;
  /** The one thing that most people want here. */
  readonly isPrimary: boolean;
  /** Not yet, or it runs already. Keep the button focusable: `aria-disabled`, never `disabled`. */
  readonly isUnavailable: boolean;
  /** Why it cannot be pressed yet, or what to do before it is pressed again: the button's description. */
  readonly hint: string | undefined;
  readonly href: string | undefined;
  /** Given the click, it takes the second half of a double click for no second decision. */
  readonly run: (click?: { readonly detail: number }) => void;
}

interface ActionsOf {
  readonly error: AnyCobaltError;
  readonly names: readonly ActionName[];
  readonly primary: ActionName | undefined;
  readonly words: Words;
  readonly retry: (() => void) | undefined;
  readonly stop: (() => void) | undefined;
  readonly dismiss: (() => unknown) | undefined;
  readonly signIn: () => void;
  readonly isRetrying: boolean;
  /** Whether the wait before "Try now" is over. */
  readonly isReady: boolean;
}

type Way = Partial<Omit<ErrorAction, 'name' | 'label' | 'isPrimary'>> & { readonly label: MessageKey };

export const TOKENS_PAGE = 'https://app.cobalt.io/settings/api-tokens';

/** The ways out that a look names, in its order. What this app or this failure does not have is left out. */
export function useActions({
  error,
  names,
  primary,
  words,
  isRetrying,
  ...given
}: ActionsOf): readonly ErrorAction[] {
  const { retry, stop, dismiss, signIn, isReady } = given;
  const { onGoBack, onCheckList, onSwitchOrganization, onReport, reportAddress, announcer } = useSettings();
  const [asked, setAsked] = useState<MessageKey>();
  const isSave = error.operation === 'write';
  // A change that was not sent, and is kept: to take its message away is to give it up.
  const isHeldBack = isSave && (error.kind === 'rate-limited' || names.includes('saveNow'));

  const again = (label: MessageKey, hint?: string): Way | undefined =>
    retry && {
      label: isRetrying ? 'action.trying' : label,
      isUnavailable: isRetrying || hint !== undefined,
      hint,
      run: retry,
    };

  // Sends again only after a second press: what comes of it may be there twice. The button stays, and the focus on it.
  const twice = (
    first: MessageKey,
    second: MessageKey,
    hint?: string,
    onAsk?: () => void,
  ): Way | undefined => {
    const isAsked = asked === first;
    const way = again(isAsked ? second : first);
    return (
      way && {
        ...way,
        hint: isAsked ? hint : undefined,
        run(click) {
          // The second half of a double click is no second decision.
          if (isAsked && click && click.detail > 1) return;
          setAsked(isAsked ? undefined : first);
          if (isAsked) {
            way.run?.();
            return;
          }
          onAsk?.();
          if (hint) announcer?.announce(hint, { key: `${hint} ${String(Date.now())}` });
        },
      }
    );
  };

  const wayOf = (name: ActionName): Way | undefined => {
    switch (name) {
      case 'tryAgain':
        return again('action.tryAgain');
      case 'tryAgainSafely':
        return again('action.tryAgainSafely');
      case 'review':
        return again('action.review');
      case 'saveNow':
        return again('readyAgain.now');
      case 'check':
        return again(error.kind === 'offline' ? 'offline.check' : 'maintenance.check');
      case 'now':
        return again(
          isSave ? 'rateLimited.write.now' : 'rateLimited.read.now',
          isReady ? undefined : words.say('rateLimited.notYet'),
        );
      case 'checkFirst':
        return twice('action.checkFirst', 'action.notThrough', words.say('action.look'), onCheckList);
      case 'sendAsNew':
        return twice('action.sendAsNew', 'action.confirmNew');
      case 'checkList':
        return onCheckList && { label: 'action.checkList', run: () => onCheckList() };
      case 'goBack':
      case 'backToList':
        return { label: `action.${name}`, run: () => (onGoBack ? onGoBack() : history.back()) };
      case 'switchOrganization':
        return (
          onSwitchOrganization && { label: 'action.switchOrganization', run: () => onSwitchOrganization() }
        );
      case 'reload':
        return { label: 'action.reload', run: () => location.reload() };
      case 'reconnect':
        return {
          label: isRetrying ? 'unauthenticated.connecting' : 'unauthenticated.reconnect',
          isUnavailable: isRetrying,
          run: signIn,
        };
      case 'howTo':
        return { label: 'unauthenticated.howTo', href: TOKENS_PAGE };
      case 'stop':
        return (
          stop && { label: error.kind === 'maintenance' ? 'maintenance.stop' : 'rateLimited.stop', run: stop }
        );
      case 'dismiss':
        return dismiss && { label: isHeldBack ? 'action.discard' : 'action.hide', run: () => void dismiss() };
      case 'report':
        return onReport
          ? { label: 'action.report', run: () => onReport(error, reportOf(error)) }
          : { label: 'action.report', href: reportLink(error, reportAddress) };
    }
  };

  return names.flatMap((name) => {
    const way = wayOf(name);
    if (!way) return [];
    const { label, isUnavailable = false, hint, href, run = () => undefined } = way;
    return [{ name, label: words.say(label), isPrimary: name === primary, isUnavailable, hint, href, run }];
  });
}
