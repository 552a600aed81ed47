'use client';

import { type Context, createContext, useContext } from 'react';
import type { ErrorState } from './useErrorState.ts';
import type { ErrorClassNames, ErrorPart, ErrorSeverity } from './viewTypes.ts';

interface PanelContextValue {
  /** The id of the title, which names the panel. */
  readonly titleId: string;
  readonly severity: ErrorSeverity;
  readonly isRetrying: boolean;
  /** `undefined` where nothing can be tried again. */
  readonly retry?: (() => void) | undefined;
  /** `undefined` where nothing goes on by itself. */
  readonly stop?: (() => void) | undefined;
  readonly classNames?: ErrorClassNames | undefined;
  /** What parts say that are given nothing else. */
  readonly view?: ErrorState | undefined;
}

const NO_PANEL: PanelContextValue = { titleId: '', severity: 'neutral', isRetrying: false };

export const PanelContext: Context<PanelContextValue> =
  /* @__PURE__ */ createContext<PanelContextValue>(NO_PANEL);

/** Whether an error came while its place was on the page already: then it answers what the person just did. */
export const AppearedContext: Context<boolean> = /* @__PURE__ */ createContext(false);

/** What the parts of one panel share. */
export function usePanel(): PanelContextValue {
  return useContext(PanelContext);
}

/** The class of a part: what the view was told for it, and its own. */
export function usePartClass(part: ErrorPart, own: string | undefined): string | undefined {
  return joined(usePanel().classNames?.[part], own);
}

export function joined(first: string | undefined, second: string | undefined): string | undefined {
  return first && second ? `${first} ${second}` : (first ?? second);
}
