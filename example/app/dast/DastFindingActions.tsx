import { type DastFinding, useRetestDastFinding, useUpdateDastFindingState } from 'cobalt-react';
import type { ReactNode } from 'react';
import { StateForm } from '../detail/StateForm.tsx';
import { WriteButton } from '../layout/WriteButton.tsx';

/** All that a person may say; the other states are the scanner's. */
const STATES = ['need_fix', 'wont_fix', 'invalid'] as const;

/** Moves a finding to another state, or has the scanner look at it again. */
export function DastFindingActions({ finding: { id, state } }: { readonly finding: DastFinding }): ReactNode {
  const update = useUpdateDastFindingState();
  const retest = useRetestDastFinding();
  return (
    <>
      <StateForm id={id} states={STATES.filter((one) => one !== state)} update={update} />
      <WriteButton
        write={retest}
        params={id}
        words={['Retest', 'Asking…', 'The scanner will look at it again']}
        hint="The scanner looks at this finding again"
      />
    </>
  );
}
