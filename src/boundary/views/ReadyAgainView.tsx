import type { ReactNode } from 'react';
import { RetryAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'You can save now',
  body: 'The connection is back. Your change was not saved before.',
  uncertain: 'The connection is back. Look whether your change went through before you send it again.',
  safety: "It's kept here.",
  now: 'Save now',
  discard: 'Discard',
} as const;

/** A write whose cause has ended: what reads do by themselves, a person decides here. */
export function ReadyAgainView(props: ErrorViewProps): ReactNode {
  const { error } = props;
  // Cut off on its way it may have arrived; refused or never sent, it did not.
  const isUncertain = error.kind === 'offline' && error.attempts > 0;
  return (
    <StatusPanel
      {...props}
      severity="success"
      words={{ ...words, body: isUncertain ? words.uncertain : words.body }}
      phase="recovered"
      dismissLabel={words.discard}
      actions={<RetryAction label={words.now} />}
    />
  );
}
