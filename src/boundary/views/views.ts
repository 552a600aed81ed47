import type { ErrorFor, ErrorKind } from '../../errors/anyCobaltError.ts';
import type { ErrorView } from '../viewTypes.ts';
import { CooldownNotice } from './CooldownNotice.tsx';
import { DeclinedView } from './DeclinedView.tsx';
import { MaintenanceBanner } from './MaintenanceBanner.tsx';
import { PlainView } from './PlainView.tsx';
import { ReauthPrompt } from './ReauthPrompt.tsx';
import { RefusedFormView } from './RefusedFormView.tsx';

/** The view of every kind of failure. A kind without a row does not compile. */
export const VIEWS: { readonly [Kind in ErrorKind]: ErrorView<ErrorFor<Kind>> } = {
  'bad-request': RefusedFormView,
  unauthenticated: ReauthPrompt,
  forbidden: PlainView,
  'not-found': PlainView,
  'method-not-allowed': PlainView,
  'not-acceptable': PlainView,
  'already-sent': PlainView,
  'endpoint-removed': PlainView,
  declined: DeclinedView,
  validation: RefusedFormView,
  'rate-limited': CooldownNotice,
  server: PlainView,
  maintenance: MaintenanceBanner,
  offline: PlainView,
  unreachable: PlainView,
  timeout: PlainView,
  malformed: PlainView,
  unknown: PlainView,
};
