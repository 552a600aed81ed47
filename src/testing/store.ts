import { blueprintOf, type Blueprint } from './seed/blueprint.ts';
import type { CollectionLists, Collections } from './seed/collections.ts';
import type { MockOrganization } from './seed/organizations.ts';
import type { Random } from './seed/random.ts';

/** The data of one mock: a copy of the seed's, made on first use. Lists within a record are replaced, never changed. */
export class Store {
  readonly #blueprint: Blueprint;
  readonly #newOwners = new Map<string, string>();
  readonly #lists: CollectionLists = {};
  /** Webhook → secret: apart from the webhooks, so that it cannot be read back with one. */
  readonly webhookSecrets: Map<string, string> = new Map<string, string>();
  /** Scan → when it was asked for, in milliseconds since the epoch, until it has ended. */
  readonly scansAsked: Map<string, number> = new Map<string, number>();
  /** For identifiers of things made later. */
  readonly random: Random;

  constructor(seed: number) {
    this.#blueprint = blueprintOf(seed);
    this.random = this.#blueprint.generator(5);
  }

  rows<K extends keyof Collections>(kind: K): Collections[K][] {
    const lists: { [P in K]?: Collections[P][] } = this.#lists;
    return (lists[kind] ??= this.#blueprint.rows(kind).map((row) => ({ ...row })));
  }

  /** What an organization sees of a list. */
  visible<K extends keyof Collections>(kind: K, organization: MockOrganization): Collections[K][] {
    return this.rows(kind).filter(({ id }) => this.ownerOf(id) === organization.id);
  }

  /** The newest comes first, so that pages drift under a reader as they do in the real world. */
  add<K extends keyof Collections>(kind: K, row: Collections[K], organization: MockOrganization): void {
    this.#newOwners.set(row.id, organization.id);
    this.rows(kind).unshift(row);
  }

  remove<K extends keyof Collections>(kind: K, row: Collections[K]): void {
    const rows = this.rows(kind);
    rows.splice(rows.indexOf(row), 1);
  }

  /** The id of the organization that anything with an id belongs to. */
  ownerOf(id: string): string | undefined {
    return this.#newOwners.get(id) ?? this.#blueprint.owners.get(id);
  }
}
