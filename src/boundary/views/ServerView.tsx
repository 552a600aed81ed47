import type { ReactNode } from 'react';
import type { ErrorFor } from '../../errors/anyCobaltError.ts';
import { RetryAction, UncertainWriteActions } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: { title: '{service} had a problem', body: "It couldn't load this just now." },
  write: {
    title: "We can't confirm this was saved",
    body: '{service} had a problem while handling it.',
    safety: 'Your answers are still here.',
  },
} as const;

/** "Report this" only from the second failure: the first one is mostly over before anybody reads a letter. */
export function ServerView(props: ErrorViewProps<ErrorFor<'server'>>): ReactNode {
  const { error, failures = 1 } = props;
  const isWrite = error.operation === 'write';
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={words[error.operation]}
      live={isWrite ? 'assertive' : 'polite'}
      actions={isWrite ? <UncertainWriteActions error={error} /> : <RetryAction />}
      canReport={failures > 1}
    />
  );
}
