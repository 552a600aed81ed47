import { bucketOf } from '../connection/cause.ts';
import {
  type AnyCobaltError,
  type ErrorKind,
  isCobaltError,
  reviveCobaltError,
} from '../errors/anyCobaltError.ts';
import { redact } from './redact.ts';

/** What a report says beside its error. Texts and numbers alone: nothing of a request but what the error's own details show. */
export interface ErrorReportContext {
  /** `error`: somebody has to mend a program. `warning`: the limit of the user was spent. */
  readonly level: 'error' | 'warning';
  /** The same for the same bug, however often and with whichever ids: what reports are to be grouped by. */
  readonly signature: string;
  /** The error's kind; left out for an error that is not of this library. */
  readonly kind?: ErrorKind;
  readonly status?: number;
  readonly method?: string;
  /** With `{id}` in the place of ids. */
  readonly path?: string;
  readonly requestId?: string;
  /** Where in the page, from React. */
  readonly componentStack?: string;
}

/** Kinds that can come to an app without a mistake in it: the world, the person, their access, or Cobalt itself. */
const EXPECTED: readonly ErrorKind[] = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'already-sent',
  'declined',
  'validation',
  'rate-limited',
  'server',
  'maintenance',
  'offline',
  'unreachable',
  'timeout',
];

/** So that a page that is open for weeks keeps no endless list. */
const MOST_SIGNATURES = 200;

/**
 * True for a failure that an app has to expect, and that its boundaries show to the person: signed out, no access, not found, the limit,
 * maintenance, no connection, and the like. False for what only a programmer can mend: an answer that could not be read, a request that
 * was wrong from the start, and every error that is not of this library.
 *
 * @example
 * createRoot(document.body, { onCaughtError: (error) => isExpectedFailure(error) || console.error(error) });
 */
export function isExpectedFailure(error: unknown): boolean {
  return isCobaltError(error) && EXPECTED.includes(error.kind);
}

/**
 * Puts a sieve before the app's own reporter of errors: bugs pass, once each; failures that are to be expected do not
 * ({@link isExpectedFailure}); a spent limit passes as a warning, once until it is over, for reads and writes apart. What it gives is `onError` of
 * `QueryCache` and `MutationCache`, of a boundary, and of React's root alike: the same error may come by all of these ways.
 *
 * An error of this library passes without the words of the server; any other one as a copy of its name, message and stack in which what
 * looks like a credential is `[redacted]`, without its cause and its own fields. It is *not* a logger: the app's own function sends the report.
 *
 * @example
 * const onError = createErrorReporter((error, { level, signature, ...extra }) => {
 *   // Sentry.captureException(error, { level, fingerprint: [signature], extra })
 *   if (level === 'error') report(error);
 * });
 *
 * const queryClient = new QueryClient({
 *   queryCache: new QueryCache({ onError }),
 *   mutationCache: new MutationCache({ onError }),
 * });
 * createRoot(document.body, { onCaughtError: onError, onUncaughtError: onError }).render(<App />);
 */
export function createErrorReporter(
  report: (error: Error, about: ErrorReportContext) => void,
): (error: unknown, info?: unknown) => void {
  const reported = new Set<string>();
  const quietUntil = { read: 0, write: 0 };

  function isNews(error: unknown, signature: string): boolean {
    if (isCobaltError(error, 'rate-limited')) {
      const bucket = bucketOf(error);
      if (error.occurredAt < quietUntil[bucket]) return false;
      quietUntil[bucket] = error.retryAt;
      return true;
    }
    if (isExpectedFailure(error) || reported.has(signature)) return false;
    const [oldest] = reported;
    if (oldest !== undefined && reported.size >= MOST_SIGNATURES) reported.delete(oldest);
    reported.add(signature);
    return true;
  }

  return (error, info) => {
    const signature = signatureOf(error);
    if (!isNews(error, signature)) return;
    const { componentStack } = (info ?? {}) as { readonly componentStack?: unknown };
    report(safeCopy(error), {
      level: isCobaltError(error, 'rate-limited') ? 'warning' : 'error',
      signature,
      ...(isCobaltError(error) && factsOf(error)),
      ...(typeof componentStack === 'string' && { componentStack }),
    });
  };
}

function factsOf(error: AnyCobaltError): Omit<ErrorReportContext, 'level' | 'signature'> {
  const { kind, status, method, requestId } = error;
  return {
    kind,
    ...(status !== undefined && { status }),
    method,
    path: withoutIds(error.path),
    ...(requestId !== undefined && { requestId }),
  };
}

/** A bug is where it is in the code, and what is wrong there: not whose data made it show. */
function signatureOf(error: unknown): string {
  if (!isCobaltError(error)) {
    const { name, message, stack } = toError(error);
    const place = stack?.split('\n').find((line) => /^\s*at |@/.test(line));
    return redact(`${name} ${place?.trim() ?? message}`, []);
  }
  const mismatch = isCobaltError(error, 'malformed') ? ` ${error.mismatch.replace(/\[\d+\]/g, '[]')}` : '';
  return `${error.name} ${String(error.status ?? '')} ${error.method} ${withoutIds(error.path)}${mismatch}`;
}

/** `/findings/vl_1/states` → `/findings/{id}/states`. */
function withoutIds(path: string): string {
  return path.replace(/\/(?:[a-z]{1,5}_|\[redacted\])[^/]*|\/[^/]*\d[^/]*/gi, '/{id}');
}

function safeCopy(error: unknown): Error {
  if (isCobaltError(error)) {
    const copy = reviveCobaltError(JSON.parse(JSON.stringify(error))) ?? new Error(error.name);
    return Object.assign(copy, error.stack !== undefined && { stack: error.stack });
  }
  const { name, message, stack } = toError(error);
  const copy = Object.assign(new Error(redact(message, [])), { name });
  return Object.assign(copy, { stack: redact(stack ?? '', []) });
}

function toError(value: unknown): Error {
  if (value instanceof Error) return value;
  const isText = typeof value === 'string';
  return Object.assign(new Error(isText ? value : `${typeof value} was thrown, which is no error`), {
    stack: '',
  });
}
