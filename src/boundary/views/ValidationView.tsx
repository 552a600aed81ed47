import type { ReactNode } from 'react';
import type { UnprocessableContentError } from '../../errors/statusErrors.ts';
import { RetryAction } from '../actions.tsx';
import { countFieldErrors, FieldSummary, hasFieldErrors, useTakesFocus } from '../FieldSummary.tsx';
import { ServerSentence } from '../ServerSentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: { one: 'One thing to change', other: '{count} things to change' },
  noFields: "One of the values couldn't be accepted. Check them and save again.",
  safety: { read: undefined, write: 'Your answers are still here.' },
} as const;

/** Follows a submit, so a summary of fields takes the focus; each line leads to its field. */
export function ValidationView(props: ErrorViewProps<UnprocessableContentError>): ReactNode {
  const { error } = props;
  const hasFields = hasFieldErrors(error);
  const count = hasFields ? countFieldErrors(error) : 1;
  const isWrite = error.operation === 'write';
  const takesFocus = useTakesFocus(error);
  return (
    <StatusPanel
      {...props}
      severity="warning"
      words={{
        title: words.title[count === 1 ? 'one' : 'other'],
        body: hasFields ? undefined : words.noFields,
        safety: words.safety[error.operation],
      }}
      values={{ count }}
      live={takesFocus ? 'off' : isWrite ? 'assertive' : 'polite'}
      actions={!isWrite && <RetryAction />}
    >
      <ServerSentence error={error} />
      <FieldSummary error={error} />
    </StatusPanel>
  );
}
