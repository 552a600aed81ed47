import type { english } from './english.ts';

/** The name of one sentence: `notFound.title`, `rateLimited.read.body`, `action.tryAgain`. */
export type MessageKey = Exclude<keyof typeof english, 'locale'>;

type Word<Text extends string> = Text extends '' | `${string} ${string}` ? never : Text;
type Opening<Text extends string> = Text extends `${infer Before}{${string}` ? Before : Text;
type NameIn<Piece extends string> = Piece extends `${infer Name}}${string}`
  ? Word<Name extends `${infer First},${string}` ? First : Name>
  : Piece extends `${infer First},${string}`
    ? Word<First>
    : never;
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameIn<Opening<Rest>> | NamesIn<Rest>
  : never;

/** What sentences choose by. */
interface Choices {
  /** Whether the server told the number, or the end; else that is empty. */
  readonly known: 'yes' | 'no';
  /** Whether a change may have been saved. */
  readonly saved: 'unsure' | 'no';
}

/** What a sentence is given to fill in: what its English names, and always `service`. */
export type MessageValues<Key extends MessageKey> = {
  readonly [Name in NamesIn<(typeof english)[Key]> | 'service']: Name extends keyof Choices
    ? Choices[Name]
    : string | number;
};

/** One sentence: a string as in the English table, or a function of its values. */
export type Message<Key extends MessageKey = MessageKey> = string | ((values: MessageValues<Key>) => string);

/**
 * All sentences of one language. A catalogue of your own declares this type, so that a missing key does not compile; to change a few
 * words, give `messages` only those.
 *
 * @example
 * <CobaltUI messages={{ 'notFound.title': 'No such finding', 'rateLimited.stop': 'I will do it myself' }} />
 *
 * @example
 * import { CobaltUI } from 'cobalt-react';
 * import { de } from 'cobalt-react/locales/de';
 *
 * <CobaltUI messages={de} locale="de-AT" />
 */
export type CobaltMessages = {
  /** BCP 47, for numbers, units and times: `de`. */
  readonly locale: string;
} & { readonly [Key in MessageKey]: Message<Key> };
