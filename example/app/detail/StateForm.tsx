import type { UseMutationResult } from '@tanstack/react-query';
import { type AnyCobaltError, CobaltErrorView } from 'cobalt-react';
import { type SubmitEvent, type ReactNode, useState } from 'react';
import { stateName } from '../text/names.ts';

export interface StateFormProps<State extends string> {
  readonly id: string;
  /** Where the finding may go; `undefined` while that loads. */
  readonly states: readonly State[] | undefined;
  readonly update: UseMutationResult<unknown, AnyCobaltError, { readonly id: string; readonly state: State }>;
}

/** Moves a finding on. The page shows the new state at once and takes it back when Cobalt refuses; the choice stays. */
export function StateForm<State extends string>({ id, states, update }: StateFormProps<State>): ReactNode {
  const [choice, setChoice] = useState<State>();
  // A choice stays on offer while what is possible loads anew.
  const offered = [...new Set([...(states ?? []), ...(choice === undefined ? [] : [choice])])];

  function send(state: State): void {
    update.mutate(
      { id, state },
      {
        onSuccess: () => {
          setChoice(undefined);
        },
      },
    );
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (choice !== undefined && !update.isPending) send(choice);
  }

  return (
    <div className="changer">
      <form className="changer-form" onSubmit={submit}>
        <label htmlFor="next-state">Move to</label>
        <select
          id="next-state"
          value={choice ?? ''}
          onChange={({ target }) => {
            setChoice(offered.find((state) => state === target.value));
          }}
        >
          <option value="">{choicesHint(states)}</option>
          {offered.map((state) => (
            <option key={state} value={state}>
              {stateName(state)}
            </option>
          ))}
        </select>
        <button type="submit" className="primary" aria-disabled={choice === undefined || update.isPending}>
          {update.isPending ? 'Saving…' : 'Change state'}
        </button>
        <span className="saved" role="status">
          {update.isSuccess && choice === undefined ? 'Saved' : ''}
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

function choicesHint(states: readonly unknown[] | undefined): string {
  if (!states) return 'Loading…';
  return states.length === 0 ? 'No other state' : 'Choose a state';
}
