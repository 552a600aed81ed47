import type { ReactNode } from 'react';
import type { BadRequestError } from '../../errors/statusErrors.ts';
import { RetryAction, words as actionWords } from '../actions.tsx';
import { FieldSummary, hasFieldErrors, useTakesFocus } from '../FieldSummary.tsx';
import { ServerSentence } from '../ServerSentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "This request couldn't be used",
  body: '{service} could not read part of it, so it was turned away.',
  safety: { read: undefined, write: 'Nothing was saved. Your entries are still here.' },
} as const;

export function BadRequestView(props: ErrorViewProps<BadRequestError>): ReactNode {
  const { error } = props;
  const isWrite = error.operation === 'write';
  const takesFocus = useTakesFocus(error);
  return (
    <StatusPanel
      {...props}
      severity={isWrite && hasFieldErrors(error) ? 'warning' : 'danger'}
      words={{ ...words, safety: words.safety[error.operation] }}
      live={takesFocus ? 'off' : isWrite ? 'assertive' : 'polite'}
      actions={<RetryAction label={isWrite ? actionWords.reviewAndTryAgain : actionWords.tryAgain} />}
      canReport
    >
      <ServerSentence error={error} />
      <FieldSummary error={error} />
    </StatusPanel>
  );
}
