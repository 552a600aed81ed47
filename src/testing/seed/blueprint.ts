import { seeders, type CollectionLists, type Collections, type SeedSource } from './collections.ts';
import { createRandom, type Random } from './random.ts';

/**
 * The data of a seed before anybody wrote to it, made on first use and then shared by all mocks: texts of 1,200
 * findings take a while, and a test suite makes hundreds of mocks. Each kind has its own generator, so the order of
 * use changes nothing.
 */
export class Blueprint implements SeedSource {
  readonly #seed: number;
  readonly #lists: CollectionLists = {};
  readonly owners: Map<string, string> = new Map<string, string>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  rows<K extends keyof Collections>(kind: K): readonly Collections[K][] {
    const lists: { [P in K]?: Collections[P][] } = this.#lists;
    return (lists[kind] ??= seeders[kind](this).map(protect));
  }

  generator(kind: number): Random {
    return createRandom(Math.imul(this.#seed, 7919) + kind * 104_729);
  }
}

const blueprints = new Map<number, Blueprint>();

export function blueprintOf(seed: number): Blueprint {
  const blueprint = blueprints.get(seed) ?? new Blueprint(seed);
  blueprints.set(seed, blueprint);
  return blueprint;
}

/** Freezes the lists within a record: mocks copy records, but share what is inside of them. */
function protect<T extends object>(record: T): T {
  for (const value of Object.values(record) as unknown[]) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) for (const entry of value as unknown[]) Object.freeze(entry);
    Object.freeze(value);
  }
  return record;
}
