import type { ErrorFor, ErrorKind } from '../../errors/anyCobaltError.ts';
import type { ErrorView } from '../viewTypes.ts';
import { AlreadySentView } from './AlreadySentView.tsx';
import { BadRequestView } from './BadRequestView.tsx';
import { CooldownNotice } from './CooldownNotice.tsx';
import { DeclinedView } from './DeclinedView.tsx';
import { EndpointRemovedView } from './EndpointRemovedView.tsx';
import { ForbiddenView } from './ForbiddenView.tsx';
import { MaintenanceBanner } from './MaintenanceBanner.tsx';
import { MalformedView } from './MalformedView.tsx';
import { MethodNotAllowedView } from './MethodNotAllowedView.tsx';
import { NotAcceptableView } from './NotAcceptableView.tsx';
import { NotFoundView } from './NotFoundView.tsx';
import { OfflineView } from './OfflineView.tsx';
import { ReauthPrompt } from './ReauthPrompt.tsx';
import { ServerView } from './ServerView.tsx';
import { TimeoutView } from './TimeoutView.tsx';
import { UnknownView } from './UnknownView.tsx';
import { UnreachableView } from './UnreachableView.tsx';
import { ValidationView } from './ValidationView.tsx';

/** The look of every kind of failure. A kind without a row does not compile. */
export const VIEWS: { readonly [Kind in ErrorKind]: ErrorView<ErrorFor<Kind>> } = {
  'bad-request': BadRequestView,
  unauthenticated: ReauthPrompt,
  forbidden: ForbiddenView,
  'not-found': NotFoundView,
  'method-not-allowed': MethodNotAllowedView,
  'not-acceptable': NotAcceptableView,
  'already-sent': AlreadySentView,
  'endpoint-removed': EndpointRemovedView,
  declined: DeclinedView,
  validation: ValidationView,
  'rate-limited': CooldownNotice,
  server: ServerView,
  maintenance: MaintenanceBanner,
  offline: OfflineView,
  unreachable: UnreachableView,
  timeout: TimeoutView,
  malformed: MalformedView,
  unknown: UnknownView,
};
