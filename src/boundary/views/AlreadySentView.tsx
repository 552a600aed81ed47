import type { ReactNode } from 'react';
import type { ConflictError } from '../../errors/statusErrors.ts';
import { CheckListAction, ConfirmAction, RetryAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'This was already sent',
  body: "A request with the same reference reached {service} in the last few minutes, so it wasn't sent again.",
  probablySaved: 'Your first try did arrive: look in the list, it is probably there.',
  safety: 'No second copy was made by this attempt.',
  sendAsNew: 'Send as a new request',
  confirm: 'Yes, send it a second time',
} as const;

/** The list itself is read again by the hook that sent; nothing is ever sent again without being asked for twice. */
export function AlreadySentView(props: ErrorViewProps<ConflictError>): ReactNode {
  const { error } = props;
  return (
    <StatusPanel
      {...props}
      severity="info"
      words={{ ...words, body: error.probablySucceeded ? words.probablySaved : words.body }}
      actions={
        error.operation === 'write' ? (
          <>
            <CheckListAction />
            <ConfirmAction label={words.sendAsNew} confirm={words.confirm} />
          </>
        ) : (
          <RetryAction />
        )
      }
    />
  );
}
