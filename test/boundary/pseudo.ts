import { type CobaltMessages, english } from 'cobalt-react';

const LETTERS: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** What a translator must leave as it is: arguments, the frame of a plural or a select, and the number in it. */
const KEPT = /(\{\w+\}|\{\w+, (?:plural|select),|\b(?:zero|one|two|few|many|other|yes|=\d+) \{|[{}#])/;

function strange(text: string): string {
  const letters = text.replace(/[a-z]/gi, (letter) => {
    const changed = LETTERS[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? changed : changed.toUpperCase();
  });
  return letters + '~'.repeat(Math.ceil(text.trim().length * 0.4));
}

function strangeMessage(message: string): string {
  return message
    .split(KEPT)
    .map((piece) => (KEPT.test(piece) || piece.trim() === '' ? piece : strange(piece)))
    .join('');
}

/** English that nobody reads by chance, 40 % longer: what stays English was not taken from the catalogue, what is cut off shows. */
export const pseudo = Object.fromEntries(
  Object.entries(english).map(([key, text]) => [key, key === 'locale' ? 'en-XA' : strangeMessage(text)]),
) as CobaltMessages;
