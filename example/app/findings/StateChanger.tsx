import { type Finding, useFindingPossibleStates, useUpdateFindingState } from 'cobalt-react';
import type { ReactNode } from 'react';
import { StateForm } from '../detail/StateForm.tsx';
import { listOf } from '../text/names.ts';

/** Moves a finding on, to where Cobalt says that it may go. */
export function StateChanger({ finding: { id } }: { readonly finding: Finding }): ReactNode {
  const possible = useFindingPossibleStates({ id });
  const update = useUpdateFindingState();
  return (
    <StateForm id={id} states={possible.data && listOf(possible.data.possible_states)} update={update} />
  );
}
