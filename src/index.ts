// The client
export { type CobaltClient, createCobaltClient } from './client/createCobaltClient.ts';
export type { CallOptions } from './client/call.ts';
export { createErrorReporter, type ErrorReportContext, isExpectedFailure } from './client/errorReporter.ts';
export type {
  BaseUrlClientOptions,
  CobaltClientOptions,
  NewToken,
  ProxyClientOptions,
  Region,
  RegionClientOptions,
} from './client/clientOptions.ts';
export type { TokenSource } from './client/credentials.ts';
export type { Page } from './client/envelope.ts';
export { idempotencyKeys } from './client/idempotency.ts';
export type { ById, CobaltOperation } from './client/operation.ts';
export { fileUpload, imageUpload } from './client/upload.ts';
export type { Cause } from './connection/cause.ts';
export type {
  BudgetState,
  ConnectionState,
  CooldownState,
  MaintenanceState,
  PacingState,
} from './connection/connectionState.ts';
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
export {
  CobaltHydrationBoundary,
  type CobaltHydrationBoundaryProps,
} from './query/CobaltHydrationBoundary.tsx';
export { useCobaltClient } from './query/clientContext.ts';
export {
  type CobaltDehydratedState,
  dehydrateCobalt,
  type DehydratedFailure,
} from './query/dehydrateCobalt.ts';
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

// Operations: everything that these files export is public, so that a new operation touches its own file alone
export * from './api/organizations.ts';
export * from './api/tokens.ts';
export * from './api/events.ts';
export * from './api/assets.ts';
export * from './api/pentests.ts';
export * from './api/findings.ts';
export * from './api/findingStates.ts';
export * from './api/severity.ts';
export * from './api/dates.ts';
export * from './api/engagements.ts';
export * from './api/engagementFindings.ts';
export * from './api/attackSurface.ts';
export * from './api/dastTargets.ts';
export * from './api/dastScans.ts';
export * from './api/dastFindings.ts';
export * from './api/ticketReferences.ts';
export * from './api/webhooks.ts';
export type { WebhookEvent, WebhookEventType } from './client/webhookEvent.ts';

// Boundaries and views
export { CobaltErrorBoundary, type CobaltErrorBoundaryProps } from './boundary/CobaltErrorBoundary.tsx';
export { CobaltErrorView, type CobaltErrorViewProps } from './boundary/CobaltErrorView.tsx';
export { CobaltUI, type CobaltUIProps } from './boundary/CobaltUI.tsx';
export { ConnectionBanner, type ConnectionBannerProps } from './boundary/ConnectionBanner.tsx';
export { ErrorPanel } from './boundary/ErrorPanel.ts';
export { FieldErrors } from './boundary/FieldErrors.tsx';
export { english } from './boundary/english.ts';
export type { CobaltMessages, Message, MessageKey, MessageValues } from './boundary/messages.ts';
export type { UISettings } from './boundary/settings.ts';
export type { DetailRow, ErrorReport } from './boundary/technicalDetails.ts';
export { type ErrorViewOptions, type ErrorViewState, useErrorView } from './boundary/useErrorView.ts';
export { type FieldErrorsOf, useFieldErrors } from './boundary/useFieldErrors.ts';
export type {
  ActionName,
  Density,
  ErrorAction,
  ErrorAttributes,
  ErrorClassNames,
  ErrorPart,
  ErrorSeverity,
  ErrorView,
  ErrorViewProps,
  ErrorViews,
  FieldMessages,
  HeadingLevel,
  Live,
  MapFieldErrors,
  Phase,
  Presentation,
} from './boundary/viewTypes.ts';
export { CooldownNotice, type CooldownNoticeProps } from './boundary/views/CooldownNotice.tsx';
export { MaintenanceBanner, type MaintenanceBannerProps } from './boundary/views/MaintenanceBanner.tsx';
export { ReauthPrompt, type ReauthPromptProps } from './boundary/views/ReauthPrompt.tsx';
