import type { ReactNode } from 'react';
import type { TimeoutError } from '../../errors/failures.ts';
import { RetryAction, UncertainWriteActions } from '../actions.tsx';
import { waitText } from '../Countdown.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  read: {
    title: 'This is taking too long',
    body: "{service} didn't answer within {wait}, so the app stopped waiting.",
  },
  write: {
    title: "We can't confirm this was saved",
    body: 'No answer came back within {wait}. It may or may not have gone through.',
    safety: 'Your answers are still here.',
  },
} as const;

export function TimeoutView(props: ErrorViewProps<TimeoutError>): ReactNode {
  const { error } = props;
  const isWrite = error.operation === 'write';
  return (
    <StatusPanel
      {...props}
      severity="warning"
      words={words[error.operation]}
      values={{ wait: waitText(Math.ceil(error.timeoutMs / 1000)) }}
      live={isWrite ? 'assertive' : 'polite'}
      actions={isWrite ? <UncertainWriteActions error={error} /> : <RetryAction />}
    />
  );
}
