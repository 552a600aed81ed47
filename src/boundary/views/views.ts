import type { ErrorFor, ErrorKind } from '../../errors/anyCobaltError.ts';
import type { ErrorView } from '../viewTypes.ts';
import { Cooldown } from './CooldownNotice.tsx';
import { DeclinedView } from './DeclinedView.tsx';
import { Maintenance } from './MaintenanceBanner.tsx';
import { PlainView } from './PlainView.tsx';
import { SignedOut } from './ReauthPrompt.tsx';
import { RefusedFormView } from './RefusedFormView.tsx';

/** The view of every kind of failure. A kind without a row does not compile. */
export const VIEWS: { readonly [Kind in ErrorKind]: ErrorView<ErrorFor<Kind>> } = {
  'bad-request': RefusedFormView,
  unauthenticated: SignedOut,
  forbidden: PlainView,
  'not-found': PlainView,
  'method-not-allowed': PlainView,
  'not-acceptable': PlainView,
  'already-sent': PlainView,
  'endpoint-removed': PlainView,
  declined: DeclinedView,
  validation: RefusedFormView,
  'rate-limited': Cooldown,
  server: PlainView,
  maintenance: Maintenance,
  offline: PlainView,
  unreachable: PlainView,
  timeout: PlainView,
  malformed: PlainView,
  unknown: PlainView,
};
