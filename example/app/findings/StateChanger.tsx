import { CobaltErrorView, type Finding, useFindingPossibleStates, useUpdateFindingState } from 'cobalt-react';
import { type SubmitEvent, type ReactNode, useState } from 'react';
import { listOf, stateName } from '../text/names.ts';

/** Moves a finding on. The page shows the new state at once and takes it back when Cobalt refuses; the choice stays. */
export function StateChanger({ finding }: { readonly finding: Finding }): ReactNode {
  const { id } = finding;
  const possible = useFindingPossibleStates({ id });
  const update = useUpdateFindingState();
  const [choice, setChoice] = useState('');
  const states = listOf(possible.data?.possible_states ?? []);
  const isChoice = choice !== '';

  function send(state: string): void {
    update.mutate(
      { id, state },
      {
        onSuccess: () => {
          setChoice('');
        },
      },
    );
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (isChoice && !update.isPending) send(choice);
  }

  return (
    <div className="changer">
      <form className="changer-form" onSubmit={submit}>
        <label htmlFor="next-state">Move to</label>
        <select
          id="next-state"
          value={choice}
          onChange={({ target }) => {
            setChoice(target.value);
          }}
        >
          <option value="">{choicesHint(possible.data !== undefined, states.length)}</option>
          {/* A choice stays on offer while what is possible loads anew. */}
          {[...new Set(isChoice ? [...states, choice] : states)].map((state) => (
            <option key={state} value={state}>
              {stateName(state)}
            </option>
          ))}
        </select>
        <button type="submit" className="primary" aria-disabled={!isChoice || update.isPending}>
          {update.isPending ? 'Saving…' : 'Change state'}
        </button>
        <span className="saved" role="status">
          {update.isSuccess && !isChoice ? 'Saved' : ''}
        </span>
      </form>
      <CobaltErrorView
        error={update.error}
        isRetrying={update.isPending}
        onRetry={() => {
          if (update.variables) send(update.variables.state);
        }}
        onDismiss={() => {
          update.reset();
        }}
      />
    </div>
  );
}

function choicesHint(isLoaded: boolean, count: number): string {
  if (!isLoaded) return 'Loading…';
  return count === 0 ? 'No other state' : 'Choose a state';
}
