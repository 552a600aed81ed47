'use client';

import { type Context, createContext, useContext } from 'react';
import type { NewToken } from '../client/clientOptions.ts';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import type { Announcer } from './announcer.ts';
import type { CobaltMessages } from './messages.ts';
import type { Outage } from './outage.ts';
import type { ErrorReport } from './technicalDetails.ts';
import type { Density, ErrorViewProps, ErrorViews, MapFieldErrors } from './viewTypes.ts';

/** What the app tells every error view below a `CobaltUI`. */
export interface UISettings {
  /** What the API is called in sentences. Default "Cobalt". */
  readonly service?: string | undefined;
  /**
   * The app's own sign-in, called by the button of a 401; instead of the one that the client was created with, if any. Its promise must settle only when the person *is* signed in again, since
   * everything that failed is sent again at that moment: a function that only opens a window, and gives nothing back, says
   * "connected" too early. It resolves with a new token (only where the client holds the token), with nothing when the session
   * behind the proxy is good again, or with `false` when the person gave up: then nothing happens. A rejection is said quietly.
   *
   * @example
   * const signInAgain = async () => ((await signInWindow()) ? undefined : false);
   * <CobaltUI onReauthenticate={signInAgain} />
   */
  readonly onReauthenticate?: (() => NewToken | Promise<NewToken>) | undefined;
  /**
   * "Go back" of 403, 405, 406 and 418, "Back to the list" of 404. Give your router's way to the page above: left out, it is the browser's
   * Back; where that would leave the app it is left out, and a 403 or 404 that was read offers "Try again".
   */
  readonly onGoBack?: (() => void) | undefined;
  /**
   * Brings the list into view where a new entry would be. Adds "Check the list" to a 409, and is called by "Check the list first"
   * of a write that nobody knows the end of; left out, that one says what to look for. The hook that wrote has read the list again already.
   */
  readonly onCheckList?: (() => void) | undefined;
  /** Adds "Switch organization" to 403 and 404. Leave it out where there is only one. */
  readonly onSwitchOrganization?: (() => void) | undefined;
  /** Takes "Report this" over: no letter is opened. */
  readonly onReport?: ((error: AnyCobaltError, report: ErrorReport) => void) | undefined;
  /** Who gets the letter of "Report this". Default integrations@cobalt.io. */
  readonly reportAddress?: string | undefined;
  /** Other words: a whole language (`de` of `cobalt-react/locales/de`), or only those that you want to change. */
  readonly messages?: Partial<CobaltMessages> | undefined;
  /**
   * BCP 47, for numbers, units and times. Default: the language of `messages`. The direction of writing comes from your page: set
   * `lang` and `dir` on it as for all other text.
   */
  readonly locale?: string | undefined;
  /** Where your form's controls have other names than the API's fields. */
  readonly mapFieldErrors?: MapFieldErrors | undefined;
  /** How much room views take. Default `comfortable`. */
  readonly density?: Density | undefined;
  /** Puts "Error: " before the title of the document while a form is refused or a whole page could not load. Default false. */
  readonly titlePrefix?: boolean | undefined;
  /** Other ways out, for everything below. Those of a boundary or a view go before them. */
  readonly actions?: ErrorViewProps['actions'];
  /** Your views, for everything below. Those of a boundary go before them. */
  readonly views?: ErrorViews | undefined;
}

interface UIContextValue extends Omit<UISettings, 'service' | 'messages' | 'locale'> {
  readonly announcer?: Announcer | undefined;
  readonly outage?: Outage | undefined;
  /** Whether a banner says what concerns the whole connection, so that widgets need not. */
  readonly hasBanner: boolean;
  /** A banner is in the page, until what this gives back is called. */
  readonly addBanner?: (() => () => void) | undefined;
}

export const DEFAULT_SETTINGS: UIContextValue = { hasBanner: false };

export const UIContext: Context<UIContextValue> = /* @__PURE__ */ createContext(DEFAULT_SETTINGS);

/** Settings of the nearest `CobaltUI`; without one, the defaults. */
export function useSettings(): UIContextValue {
  return useContext(UIContext);
}
