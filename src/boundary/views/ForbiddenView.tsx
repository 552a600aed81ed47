import type { ReactNode } from 'react';
import type { ForbiddenError } from '../../errors/statusErrors.ts';
import { GoBackAction, SwitchOrganizationAction } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: 'This is outside your access',
  body: {
    read: "Your account is connected, but it can't open this. An organization owner can change that.",
    write: "Your account is connected, but it can't change this. An organization owner can change that.",
  },
  safety: {
    read: 'The rest of the app still works.',
    write: 'Nothing was changed. The rest of the app still works.',
  },
} as const;

/** No "Try again": asking once more does not change what an account may do. */
export function ForbiddenView(props: ErrorViewProps<ForbiddenError>): ReactNode {
  const { operation } = props.error;
  return (
    <StatusPanel
      {...props}
      severity="neutral"
      isFinal
      words={{ title: words.title, body: words.body[operation], safety: words.safety[operation] }}
      actions={
        <>
          <GoBackAction />
          <SwitchOrganizationAction />
        </>
      }
    />
  );
}
