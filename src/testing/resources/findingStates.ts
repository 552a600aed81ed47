import { json, type Answer } from '../answer.ts';

/** A small state machine: undocumented, but believable. What is missing here leads nowhere. */
const POSSIBLE_STATES: Readonly<Record<string, readonly string[]>> = {
  new: ['triaging'],
  triaging: ['need_fix', 'invalid', 'not_applicable'],
  need_fix: ['check_fix', 'wont_fix'],
  check_fix: ['need_fix', 'valid_fix'],
  valid_fix: ['need_fix'],
  wont_fix: ['need_fix'],
  invalid: ['triaging'],
  not_applicable: ['triaging'],
};

export function statesAfter(state: string): readonly string[] {
  return POSSIBLE_STATES[state] ?? [];
}

/** What is wrong with the `state` of a body for something that is in the state `from`, if anything. */
export function checkNextState(body: Readonly<Record<string, unknown>>, from: string): Answer | null {
  const { state } = body;
  if (state === undefined || state === null || state === '') return invalidState("state can't be blank");
  if (typeof state !== 'string') return invalidState('state must be a string');
  return statesAfter(from).includes(state) ? null : invalidState(`cannot go from ${from} to ${state}`);
}

function invalidState(message: string): Answer {
  return json(422, { errors: [{ field: 'state', message }] });
}
