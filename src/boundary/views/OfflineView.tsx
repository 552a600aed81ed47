'use client';

import type { ReactNode } from 'react';
import type { ErrorFor } from '../../errors/anyCobaltError.ts';
import { RetryAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useCause, useClientIfAny } from '../useCause.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "You're offline",
  body: 'This device has no connection. Pages already open can still be read.',
  safety: "Changes can't be sent until you're back.",
  check: 'Check again',
} as const;

/** Ends by itself when the browser says that it is back, after one check. */
export function OfflineView(props: ErrorViewProps<ErrorFor<'offline'>>): ReactNode {
  const { error, onRetry } = props;
  const client = useClientIfAny();
  const { isHeld } = useCause(error);
  return (
    <StatusPanel
      {...props}
      onRetry={client && isHeld ? () => client.connection.check() : onRetry}
      severity="warning"
      words={words}
      phase="waiting"
      live={error.operation === 'write' ? 'assertive' : 'polite'}
      actions={<RetryAction label={words.check} />}
    />
  );
}
