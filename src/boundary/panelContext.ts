'use client';

import { type Context, createContext, useContext } from 'react';
import type { ErrorSeverity } from './viewTypes.ts';

interface PanelContextValue {
  /** The id of the title, which names the panel. */
  readonly titleId: string;
  readonly severity: ErrorSeverity;
  readonly isRetrying: boolean;
  /** `undefined` where nothing can be tried again. */
  readonly retry: (() => void) | undefined;
}

export const PanelContext: Context<PanelContextValue> = /* @__PURE__ */ createContext<PanelContextValue>({
  titleId: '',
  severity: 'neutral',
  isRetrying: false,
  retry: undefined,
});

/** Whether an error came while its place was on the page already: then it answers what the person just did. */
export const AppearedContext: Context<boolean> = /* @__PURE__ */ createContext(false);

/** What the parts of one panel share. */
export function usePanel(): PanelContextValue {
  return useContext(PanelContext);
}
