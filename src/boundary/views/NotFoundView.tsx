import type { ReactNode } from 'react';
import type { NotFoundError } from '../../errors/statusErrors.ts';
import { GoBackAction, SwitchOrganizationAction, words as actionWords } from '../actions.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: "We couldn't find this",
  body: 'It may have been removed or moved, or belong to another organization.',
} as const;

export function NotFoundView(props: ErrorViewProps<NotFoundError>): ReactNode {
  return (
    <StatusPanel
      {...props}
      severity="neutral"
      isFinal
      words={words}
      actions={
        <>
          <GoBackAction label={actionWords.backToList} />
          <SwitchOrganizationAction />
        </>
      }
    />
  );
}
