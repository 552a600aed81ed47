/** A small seeded generator (mulberry32): the same seed gives the same data in every engine. */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True in about `share` of the calls. */
  chance(share: number): boolean;
  /** `prefix` and 22 letters and digits, as opaque as the real identifiers. */
  id(prefix: string): string;
}

const ID_LETTERS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    chance: (share) => next() < share,
    id: (prefix) => {
      let id = prefix;
      for (let i = 0; i < 22; i += 1) id += ID_LETTERS.charAt(int(0, ID_LETTERS.length - 1));
      return id;
    },
  };
}
