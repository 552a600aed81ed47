import type { ErrorKind } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { english } from './english.ts';
import type { MessageKey } from './messages.ts';

type Part = 'title' | 'body' | 'safety';
type Middle<Key> = Key extends `${string}.${infer State}.${Part}` ? State : never;
type Opening<State> = State extends `${infer First}.${OperationType}` ? First : State;

/** What a kind of failure has sentences of its own for, beside reads and writes: `signedOut`, `isolated`. */
export type SentenceState = Exclude<Opening<Middle<MessageKey>>, OperationType>;

export interface SentencePlace {
  /** `readyAgain`, when what stood in the way of a write has ended. */
  readonly kind: ErrorKind | 'ready-again';
  readonly state: SentenceState | undefined;
  readonly operation: OperationType;
}

/**
 * The most special sentence that there is for a part or an action of a failure: its key reads kind, state, operation, part, and leaves
 * out in the middle what makes no difference. What an action says wherever it stands is under `action`.
 */
export function sentenceOf(
  { kind, operation, ...place }: SentencePlace,
  part: string,
): MessageKey | undefined {
  const state: string = place.state ?? '';
  const name = kind.replace(/-\w/g, (letter) => letter.charAt(1).toUpperCase());
  const places = [
    `${name}.${state}.${operation}`,
    `${name}.${state}`,
    `${name}.${operation}`,
    name,
    'action',
  ];
  return places.map((place) => `${place}.${part}`).find(isKey);
}

function isKey(text: string): text is MessageKey {
  return text in english;
}
