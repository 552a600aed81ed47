// The client
export { type CobaltClient, createCobaltClient } from './client/createCobaltClient.ts';
export type { CallOptions } from './client/call.ts';
export type {
  BaseUrlClientOptions,
  CobaltClientOptions,
  ProxyClientOptions,
  Region,
  RegionClientOptions,
} from './client/clientOptions.ts';
export type { TokenSource } from './client/credentials.ts';
export type { Page } from './client/envelope.ts';
export type { ById, CobaltOperation } from './client/operation.ts';
export type { Cause } from './connection/cause.ts';
export type { ConnectionState, CooldownState, MaintenanceState } from './connection/connectionState.ts';
export type { Connection } from './connection/createConnection.ts';

// Errors
export { CobaltError, type CobaltErrorInit, type OperationType } from './errors/CobaltError.ts';
export { ConfigurationError } from './errors/ConfigurationError.ts';
export {
  type AnyCobaltError,
  type ErrorFor,
  type ErrorKind,
  type ErrorSelector,
  isCobaltError,
  reviveCobaltError,
} from './errors/anyCobaltError.ts';
export {
  MalformedResponseError,
  NetworkError,
  TimeoutError,
  UnexpectedStatusError,
} from './errors/failures.ts';
export {
  BadRequestError,
  type CobaltStatus,
  ConflictError,
  ForbiddenError,
  GoneError,
  InternalServerError,
  MethodNotAllowedError,
  NotAcceptableError,
  NotFoundError,
  ServiceUnavailableError,
  TeapotError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableContentError,
} from './errors/statusErrors.ts';

// TanStack Query
export { CobaltProvider, type CobaltProviderProps } from './query/CobaltProvider.tsx';
export { useCobaltClient } from './query/clientContext.ts';
export type {
  InfiniteOptions,
  ListDescriptor,
  ReadDescriptor,
  ReadOptions,
  Skippable,
  WriteDescriptor,
} from './query/descriptors.ts';
export { fetchAll, type FetchAllOptions, type FetchAllProgress } from './query/fetchAll.ts';
export type { FlatPages } from './query/flattenPages.ts';
export type { CobaltQueryKey } from './query/keys.ts';
export type { WriteHookOptions } from './query/useCobaltMutation.ts';
export type { InfiniteHookOptions, ReadHookOptions } from './query/useCobaltQuery.ts';
export { useConnection } from './query/useConnection.ts';
export { useFetchAll, type UseFetchAllOptions, type UseFetchAllResult } from './query/useFetchAll.ts';

// Organizations
export {
  listOrganizations,
  type Organization,
  type OrganizationListParams,
  useInfiniteOrganizations,
  useOrganizations,
} from './api/organizations.ts';

// Tokens
export {
  listTokens,
  type RefreshedToken,
  refreshToken,
  type Token,
  type TokenListParams,
  useInfiniteTokens,
  useRefreshToken,
  useTokens,
} from './api/tokens.ts';

// Events
export {
  type CobaltEvent,
  type EventListParams,
  listEvents,
  useEvents,
  useInfiniteEvents,
} from './api/events.ts';

// Assets
export {
  type Asset,
  type AssetAttachment,
  type AssetListParams,
  type AssetType,
  createAsset,
  type CreateAssetParams,
  deleteAsset,
  deleteAssetAttachment,
  type DeleteAssetAttachmentParams,
  getAsset,
  listAssets,
  updateAsset,
  type UpdateAssetParams,
  uploadAssetAttachment,
  type UploadAssetFileParams,
  uploadAssetLogo,
  type UploadedAttachment,
  useAsset,
  useAssets,
  useCreateAsset,
  useDeleteAsset,
  useDeleteAssetAttachment,
  useInfiniteAssets,
  useUpdateAsset,
  useUploadAssetAttachment,
  useUploadAssetLogo,
} from './api/assets.ts';

// Pentests
export {
  type AcceptedRiskReason,
  createPentest,
  type CreatePentestParams,
  deletePentest,
  duplicatePentest,
  getPentest,
  getPentestReport,
  listPentests,
  type Pentest,
  type PentestListParams,
  type PentestReport,
  type PentestScoping,
  type PentestState,
  type TestingType,
  updatePentest,
  type UpdatePentestParams,
  useCreatePentest,
  useDeletePentest,
  useDuplicatePentest,
  useInfinitePentests,
  usePentest,
  usePentestReport,
  usePentests,
  useUpdatePentest,
} from './api/pentests.ts';

// Findings
export {
  type CvssScore,
  type Finding,
  type FindingAttachment,
  type FindingListParams,
  type FindingLogEntry,
  getFinding,
  getFindingPossibleStates,
  listFindings,
  type PossibleStates,
  updateFindingState,
  type UpdateFindingStateParams,
  useFinding,
  useFindingPossibleStates,
  useFindings,
  useInfiniteFindings,
  useUpdateFindingState,
} from './api/findings.ts';
export { type FindingState, findingStateName, isOpenFinding } from './api/findingStates.ts';
export { compareSeverity, type Severity, severityOf } from './api/severity.ts';
export { parseCobaltDate } from './api/dates.ts';

// Engagements
export {
  type Engagement,
  type EngagementListParams,
  type EngagementState,
  type EngagementType,
  getEngagement,
  listEngagements,
  useEngagement,
  useEngagements,
  useInfiniteEngagements,
} from './api/engagements.ts';
export {
  type EngagementFinding,
  type EngagementFindingListParams,
  getEngagementFinding,
  listEngagementFindings,
  updateEngagementFindingState,
  type UpdateEngagementFindingStateParams,
  useEngagementFinding,
  useEngagementFindings,
  useInfiniteEngagementFindings,
  useUpdateEngagementFindingState,
} from './api/engagementFindings.ts';

// Attack surface
export { type AttackSurface, getAttackSurface, useAttackSurface } from './api/attackSurface.ts';

// DAST
export {
  type DastTarget,
  type DastTargetListParams,
  getDastTarget,
  listDastTargets,
  useDastTarget,
  useDastTargets,
  useInfiniteDastTargets,
} from './api/dastTargets.ts';
export {
  type DastScan,
  type DastScanListParams,
  type DastScanRecurrence,
  type DastScanStatus,
  getDastScan,
  listDastScans,
  scheduleDastScan,
  type ScheduleDastScanParams,
  type ScheduledDastScan,
  startDastScan,
  type StartDastScanParams,
  useDastScan,
  useDastScans,
  useInfiniteDastScans,
  useScheduleDastScan,
  useStartDastScan,
} from './api/dastScans.ts';
export {
  type DastFinding,
  type DastFindingListParams,
  type DastFindingState,
  type DastSeverity,
  getDastFinding,
  listDastFindings,
  retestDastFinding,
  updateDastFindingState,
  type UpdateDastFindingStateParams,
  useDastFinding,
  useDastFindings,
  useInfiniteDastFindings,
  useRetestDastFinding,
  useUpdateDastFindingState,
} from './api/dastFindings.ts';

// Ticket references
export {
  createTicketReference,
  type CreateTicketReferenceParams,
  deleteTicketReference,
  searchTicketReferences,
  type TicketingSystem,
  type TicketReference,
  type TicketReferenceSearchParams,
  updateTicketReference,
  type UpdateTicketReferenceParams,
  useCreateTicketReference,
  useDeleteTicketReference,
  useTicketReferences,
  useUpdateTicketReference,
} from './api/ticketReferences.ts';

// Webhooks
export {
  createWebhook,
  type CreateWebhookParams,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  staleAfter,
  updateWebhook,
  type UpdateWebhookParams,
  useCreateWebhook,
  useDeleteWebhook,
  useInfiniteWebhooks,
  useUpdateWebhook,
  useWebhook,
  useWebhooks,
  type Webhook,
  type WebhookEvent,
  type WebhookEventType,
  type WebhookListParams,
} from './api/webhooks.ts';

// Boundaries and views
export { CobaltErrorBoundary, type CobaltErrorBoundaryProps } from './boundary/CobaltErrorBoundary.tsx';
export { CobaltErrorView, type CobaltErrorViewProps } from './boundary/CobaltErrorView.tsx';
export { CobaltUI, type CobaltUIProps } from './boundary/CobaltUI.tsx';
export { ConnectionBanner, type ConnectionBannerProps } from './boundary/ConnectionBanner.tsx';
export { ErrorPanel } from './boundary/ErrorPanel.ts';
export type { NewToken, UISettings } from './boundary/settings.ts';
export type { ErrorReport } from './boundary/technicalDetails.ts';
export type {
  ErrorSeverity,
  ErrorView,
  ErrorViewProps,
  ErrorViews,
  HeadingLevel,
  Phase,
  Presentation,
} from './boundary/viewTypes.ts';
export { CooldownNotice, type CooldownNoticeProps } from './boundary/views/CooldownNotice.tsx';
export { MaintenanceBanner, type MaintenanceBannerProps } from './boundary/views/MaintenanceBanner.tsx';
export { ReauthPrompt, type ReauthPromptProps } from './boundary/views/ReauthPrompt.tsx';
