import { waitText } from './Countdown.tsx';
import type { Words } from './words.ts';

const MINUTE = 60;
const found = new Map<string, readonly string[]>();

/**
 * The texts of a wait that can be the widest: one for each way its words are written (plural forms) and each number of digits. Which of
 * them is widest depends on the font, so all of them keep the place. Found once per language and length.
 */
export function widestTexts(seconds: number, words: Words): readonly string[] {
  const minutes = Math.ceil(seconds / MINUTE);
  const key = `${words.locale} ${String(minutes)} ${waitText(MINUTE * 2, words)}`;
  const known = found.get(key);
  if (known) return known;
  const byShape = new Map<string, string>();
  for (let n = minutes; n > 1; n--) add(n * MINUTE);
  for (let n = Math.min(MINUTE, minutes * MINUTE); n >= 0; n--) add(n);
  const texts = [...byShape.values()];
  found.set(key, texts);
  return texts;

  function add(n: number): void {
    const text = waitText(n, words);
    const shape = text.replace(/\p{Nd}/gu, '0');
    if (!byShape.has(shape)) byShape.set(shape, text);
  }
}
