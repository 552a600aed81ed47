import type { ReactNode } from 'react';
import type { TeapotError } from '../../errors/statusErrors.ts';
import { ServerSentence } from '../ServerSentence.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorViewProps } from '../viewTypes.ts';

/** Whoever declined may have said why. */
export function DeclinedView(props: ErrorViewProps<TeapotError>): ReactNode {
  const { error } = props;
  return <StatusPanel {...props} extra={({ fields }) => <ServerSentence error={error} fields={fields} />} />;
}
