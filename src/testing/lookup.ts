import { Refusal } from './answer.ts';
import { errorAnswer } from './errorAnswers.ts';
import type { Call } from './router.ts';
import type { Collections } from './seed/collections.ts';

/** The row of the call's organization that the path names. Throws 404, also for a row of another organization. */
export function findOwn<K extends keyof Collections>(call: Call, kind: K): Collections[K] {
  const row = ownRow(call, kind, call.ids[0]);
  if (row === undefined) throw new Refusal(errorAnswer(404));
  return row;
}

/** The row of the call's organization with this id, if there is one. */
export function ownRow<K extends keyof Collections>(
  { store, organization }: Call,
  kind: K,
  id: unknown,
): Collections[K] | undefined {
  return store.visible(kind, organization).find((row) => row.id === id);
}
