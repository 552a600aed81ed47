'use client';

import { useState, useSyncExternalStore } from 'react';
import { allowAnew } from '../client/sendAnew.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { MessageKey } from './messages.ts';
import { useSettings } from './settings.ts';
import { never } from './timeOfDay.ts';
import { reportLink, reportOf } from './technicalDetails.ts';
import type { ActionName, ErrorAction } from './viewTypes.ts';
import type { Words } from './words.ts';

interface ActionsOf {
  readonly error: AnyCobaltError;
  readonly names: readonly ActionName[];
  readonly primary: ActionName | undefined;
  readonly words: Words;
  readonly labelOf: (name: ActionName) => string;
  readonly retry: (() => void) | undefined;
  readonly stop: (() => void) | undefined;
  readonly dismiss: (() => unknown) | undefined;
  readonly signIn: () => void;
  readonly isRetrying: boolean;
  /** Whether the wait before "Try now" is over. */
  readonly isReady: boolean;
}

interface Way extends Partial<Omit<ErrorAction, 'name' | 'label' | 'isPrimary'>> {
  /** Left out: what the look calls it. */
  readonly label?: MessageKey | undefined;
}

export const TOKENS_PAGE = 'https://app.cobalt.io/settings/api-tokens';

/** The ways out that a look names, in its order. What this app or this failure does not have is left out. */
export function useActions({
  error,
  names,
  primary,
  words,
  labelOf,
  isRetrying,
  ...given
}: ActionsOf): readonly ErrorAction[] {
  const { retry, stop, dismiss, signIn, isReady } = given;
  const { onGoBack, onCheckList, onSwitchOrganization, onReport, reportAddress, announcer } = useSettings();
  const [asked, setAsked] = useState<ActionName>();
  const canGoBack = useSyncExternalStore(never, hasPageBefore, () => true);
  const isSave = error.operation === 'write';
  // A change that was not sent, and is kept: to take its message away is to give it up.
  const isHeldBack = isSave && (error.kind === 'rate-limited' || names.includes('saveNow'));

  const again = (label?: MessageKey, hint?: string): Way | undefined =>
    retry && {
      label: isRetrying ? 'action.trying' : label,
      isUnavailable: isRetrying || hint !== undefined,
      hint,
      run: retry,
    };

  // Sends again only after a second press: what comes of it may be there twice. The button stays, and the focus on it.
  const twice = (
    first: ActionName,
    second: MessageKey,
    hint?: string,
    onAsk?: () => void,
  ): Way | undefined => {
    // Where the app has no list to show, there is nothing to press before that.
    const isAsked = asked === first || (hint !== undefined && !onAsk);
    const way = again(isAsked ? second : undefined);
    return (
      way && {
        ...way,
        hint: isAsked ? hint : undefined,
        run(click) {
          // The second half of a double click is no second decision.
          if (isAsked && click && click.detail > 1) return;
          setAsked(isAsked ? undefined : first);
          if (isAsked) {
            allowAnew(error);
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
      case 'tryAgainSafely':
      case 'review':
      case 'saveNow':
      case 'check':
        return again();
      case 'now':
        return again(undefined, isReady ? undefined : words.say('rateLimited.notYet'));
      case 'checkFirst':
        return twice(name, 'action.notThrough', words.say('action.look'), onCheckList);
      case 'sendAsNew':
        return twice(name, 'action.confirmNew');
      case 'checkList':
        return onCheckList && { run: () => onCheckList() };
      case 'goBack':
      case 'backToList':
        if (onGoBack) return { run: () => onGoBack() };
        return canGoBack ? { run: () => history.back() } : undefined;
      case 'switchOrganization':
        return onSwitchOrganization && { run: () => onSwitchOrganization() };
      case 'reload':
        return { run: () => location.reload() };
      case 'reconnect':
        return {
          label: isRetrying ? 'unauthenticated.connecting' : undefined,
          isUnavailable: isRetrying,
          run: signIn,
        };
      case 'howTo':
        return { href: TOKENS_PAGE };
      case 'stop':
        return stop && { run: stop };
      case 'dismiss':
        return dismiss && { label: isHeldBack ? 'action.discard' : 'action.hide', run: () => void dismiss() };
      case 'report':
        return onReport
          ? { run: () => onReport(error, reportOf(error)) }
          : { href: reportLink(error, reportAddress) };
    }
  };

  // Who has nowhere to go back to, and nothing to report, can at least ask once more.
  const isDeadEnd = !onGoBack && !canGoBack && !isSave && !names.includes('report');
  const offer = (name: ActionName): ActionName =>
    isDeadEnd && (name === 'goBack' || name === 'backToList') ? 'tryAgain' : name;
  return [...new Set(names.map(offer))].flatMap((name) => {
    const way = wayOf(name);
    if (!way) return [];
    const label = way.label ? words.say(way.label) : labelOf(name);
    return [{ ...way, name, label, isPrimary: name === (primary && offer(primary)) }];
  });
}

/** In a tab that began here, the browser's Back leaves the app. Browsers that cannot tell are believed to have a page before. */
function hasPageBefore(): boolean {
  const { navigation } = globalThis as { readonly navigation?: { readonly canGoBack: boolean } };
  return navigation?.canGoBack !== false;
}
