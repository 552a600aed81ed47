import { seedAssets, type MockAsset } from './assets.ts';
import { seedDastFindings, type MockDastFinding } from './dastFindings.ts';
import {
  seedDastScans,
  seedDastScheduledScans,
  type MockDastScan,
  type MockDastScheduledScan,
} from './dastScans.ts';
import { seedDastTargets, type MockDastTarget } from './dastTargets.ts';
import { seedEngagementFindings, type MockEngagementFinding } from './engagementFindings.ts';
import { seedEngagements, type MockEngagement } from './engagements.ts';
import { seedEvents, type MockEvent } from './events.ts';
import { seedFindings, type MockFinding } from './findings.ts';
import { seedOrganizations, type MockOrganization } from './organizations.ts';
import { seedPentests, type MockPentest } from './pentests.ts';
import type { Random } from './random.ts';
import { seedTicketReferences, type MockTicketReference } from './ticketReferences.ts';
import { seedWebhooks, type MockWebhook } from './webhooks.ts';

/** Every kind of thing that the mock has a list of. */
export interface Collections {
  organizations: MockOrganization;
  events: MockEvent;
  assets: MockAsset;
  pentests: MockPentest;
  findings: MockFinding;
  engagements: MockEngagement;
  engagementFindings: MockEngagementFinding;
  dastTargets: MockDastTarget;
  dastScans: MockDastScan;
  dastScheduledScans: MockDastScheduledScan;
  dastFindings: MockDastFinding;
  ticketReferences: MockTicketReference;
  webhooks: MockWebhook;
}

/** The lists that were made so far. */
export type CollectionLists = { [K in keyof Collections]?: Collections[K][] };

/** What a generator builds on. */
export interface SeedSource {
  /** Thing → organization. Complete for what was read so far. */
  readonly owners: Map<string, string>;
  generator(kind: number): Random;
  rows<K extends keyof Collections>(kind: K): readonly Collections[K][];
}

/** How each kind is made. The number of a generator never changes: it decides the data of a seed. */
export const seeders: { readonly [K in keyof Collections]: (source: SeedSource) => Collections[K][] } = {
  organizations: (source) => seedOrganizations(source.generator(1)),
  assets: (source) => seedAssets(source.generator(2), source.rows('organizations'), source.owners),
  pentests: (source) =>
    seedPentests(source.generator(3), source.rows('organizations'), source.rows('assets'), source.owners),
  findings: (source) =>
    seedFindings(
      source.generator(4),
      source.rows('organizations'),
      source.rows('assets'),
      source.rows('pentests'),
      source.owners,
    ),
  events: (source) => seedEvents(source.generator(6), source.rows('findings')),
  engagements: (source) =>
    seedEngagements(source.generator(7), source.rows('organizations'), source.rows('assets'), source.owners),
  engagementFindings: (source) =>
    seedEngagementFindings(
      source.generator(8),
      source.rows('organizations'),
      source.rows('engagements'),
      source.owners,
    ),
  dastTargets: (source) =>
    seedDastTargets(source.generator(9), source.rows('organizations'), source.rows('assets'), source.owners),
  dastScans: (source) =>
    seedDastScans(
      source.generator(10),
      source.rows('organizations'),
      source.rows('dastTargets'),
      source.owners,
    ),
  dastScheduledScans: (source) =>
    seedDastScheduledScans(source.generator(11), source.rows('dastTargets'), source.owners),
  dastFindings: (source) =>
    seedDastFindings(
      source.generator(12),
      source.rows('organizations'),
      source.rows('dastTargets'),
      source.rows('dastScans'),
      source.owners,
    ),
  ticketReferences: (source) =>
    seedTicketReferences(
      source.generator(13),
      source.rows('organizations'),
      source.rows('findings'),
      source.rows('dastFindings'),
      source.owners,
    ),
  webhooks: (source) => seedWebhooks(source.generator(14), source.rows('organizations'), source.owners),
};
