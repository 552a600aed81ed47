import type { ReactNode } from 'react';
import type { MalformedResponseError } from '../../errors/failures.ts';
import { RetryAction, UncertainWriteActions } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: {
    title: "The answer couldn't be read",
    body: '{service} answered, but not in the expected form. A sign-in page, proxy or network filter can cause this.',
  },
  write: {
    title: "We can't confirm this was saved",
    body: '{service} answered, but not in the expected form. A sign-in page, proxy or network filter can cause this.',
    safety: 'Your answers are still here.',
  },
} as const;

export function MalformedView(props: ErrorViewProps<MalformedResponseError>): ReactNode {
  const { error } = props;
  const isWrite = error.operation === 'write';
  return (
    <StatusPanel
      {...props}
      severity="danger"
      words={words[error.operation]}
      live={isWrite ? 'assertive' : 'polite'}
      actions={isWrite ? <UncertainWriteActions error={error} /> : <RetryAction />}
      canReport
    />
  );
}
