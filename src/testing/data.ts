import type { Collections } from './seed/collections.ts';
import type { MockOrganization } from './seed/organizations.ts';
import type { Store } from './store.ts';
import type { MockToken, TokenList } from './tokens.ts';

/** Read access to the live data of a mock; it changes with every write. */
export interface MockData extends MockCollections {
  /** The user's personal tokens, as `GET /tokens` shows them. */
  readonly tokens: readonly MockToken[];
  /** The organization of anything that belongs to one, by id. */
  organizationOf(id: string): MockOrganization | undefined;
  /** The secret of a webhook, which no answer ever holds; null when it has none. */
  webhookSecretOf(id: string): string | null;
}

/** The lists of a mock: those of all organizations in one. */
export type MockCollections = { readonly [K in keyof Collections]: readonly Collections[K][] };

/** Asks for the store each time: a reset replaces it. */
export function liveData(store: () => Store, tokens: () => TokenList): MockData {
  return {
    get organizations() {
      return store().rows('organizations');
    },
    get events() {
      return store().rows('events');
    },
    get assets() {
      return store().rows('assets');
    },
    get pentests() {
      return store().rows('pentests');
    },
    get findings() {
      return store().rows('findings');
    },
    get engagements() {
      return store().rows('engagements');
    },
    get engagementFindings() {
      return store().rows('engagementFindings');
    },
    get dastTargets() {
      return store().rows('dastTargets');
    },
    get dastScans() {
      return store().rows('dastScans');
    },
    get dastScheduledScans() {
      return store().rows('dastScheduledScans');
    },
    get dastFindings() {
      return store().rows('dastFindings');
    },
    get ticketReferences() {
      return store().rows('ticketReferences');
    },
    get webhooks() {
      return store().rows('webhooks');
    },
    get tokens() {
      return tokens().all;
    },
    organizationOf(id) {
      const owner = store().ownerOf(id);
      return store()
        .rows('organizations')
        .find((organization) => organization.id === owner);
    },
    webhookSecretOf: (id) => store().webhookSecrets.get(id) ?? null,
  };
}
