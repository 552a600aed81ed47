/** The mock Cobalt API, for tests, stories and demos. It imports nothing of the rest of the library. */
export { createMockCobalt, MOCK_TOKEN } from './testing/mockCobalt.ts';
export type { MockCobalt, MockCobaltOptions, RecordedRequest } from './testing/mockCobalt.ts';
export type {
  CutFault,
  Fault,
  FaultTarget,
  HangFault,
  HtmlFault,
  MockFaults,
  SlowFault,
  StatusFault,
  TruncateFault,
} from './testing/faults.ts';
export { faultScenarios } from './testing/scenarios.ts';
export type { FaultScenario, FaultScenarioName } from './testing/scenarios.ts';
export { toNodeListener } from './testing/nodeListener.ts';
export type { NodeRequest, NodeResponse } from './testing/nodeListener.ts';
export type { MockCollections, MockData } from './testing/data.ts';
export type { MockToken } from './testing/tokens.ts';
export type { MockAsset, MockAttachment } from './testing/seed/assets.ts';
export type { MockDastFinding } from './testing/seed/dastFindings.ts';
export type { MockDastScan, MockDastScheduledScan } from './testing/seed/dastScans.ts';
export type { MockDastTarget } from './testing/seed/dastTargets.ts';
export type { MockEngagementFinding } from './testing/seed/engagementFindings.ts';
export type { MockEngagement } from './testing/seed/engagements.ts';
export type { MockEvent } from './testing/seed/events.ts';
export type { MockFinding, MockFindingLogEntry } from './testing/seed/findings.ts';
export type { MockOrganization } from './testing/seed/organizations.ts';
export type { MockPentest } from './testing/seed/pentests.ts';
export type { MockTicketReference } from './testing/seed/ticketReferences.ts';
export type { MockWebhook } from './testing/seed/webhooks.ts';
