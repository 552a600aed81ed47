/** The mock Cobalt API, for tests, stories and demos. It imports nothing of the rest of the library. */
export { createMockCobalt, MOCK_TOKEN } from './mockCobalt.ts';
export type { MockCobalt, MockCobaltOptions, RecordedRequest } from './mockCobalt.ts';
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
} from './faults.ts';
export { faultScenarios } from './scenarios.ts';
export type { FaultScenario, FaultScenarioName } from './scenarios.ts';
export { toNodeListener } from './nodeListener.ts';
export type { NodeRequest, NodeResponse } from './nodeListener.ts';
export type { MockCollections, MockData } from './data.ts';
export type { MockToken } from './tokens.ts';
export type { MockAsset, MockAttachment } from './seed/assets.ts';
export type { MockDastFinding } from './seed/dastFindings.ts';
export type { MockDastScan, MockDastScheduledScan } from './seed/dastScans.ts';
export type { MockDastTarget } from './seed/dastTargets.ts';
export type { MockEngagementFinding } from './seed/engagementFindings.ts';
export type { MockEngagement } from './seed/engagements.ts';
export type { MockEvent } from './seed/events.ts';
export type { MockFinding, MockFindingLogEntry } from './seed/findings.ts';
export type { MockOrganization } from './seed/organizations.ts';
export type { MockPentest } from './seed/pentests.ts';
export type { MockTicketReference } from './seed/ticketReferences.ts';
export type { MockWebhook } from './seed/webhooks.ts';
