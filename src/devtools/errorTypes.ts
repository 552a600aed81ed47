import type { CobaltClient } from '../client/createCobaltClient.ts';
import type { ConnectionControl } from '../connection/createConnection.ts';
import type { AnyCobaltError, ErrorKind } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import {
  MalformedResponseError,
  NetworkError,
  TimeoutError,
  UnexpectedStatusError,
} from '../errors/failures.ts';
import {
  BadRequestError,
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
} from '../errors/statusErrors.ts';

/** One entry of the devtools' menu "Trigger Error". */
export interface DevtoolsErrorType {
  readonly name: string;
  /** Makes the error that the query shall have failed with. */
  readonly initializer: (query: { readonly queryKey: readonly unknown[] }) => AnyCobaltError;
}

type Make = (about: CobaltErrorInit) => AnyCobaltError;

// Soon enough to be waited for.
const soon = (): number => Date.now() + 5_000;

/** A kind without a row does not compile. */
const ROWS: { readonly [Kind in ErrorKind]: Readonly<Record<string, Make>> } = {
  'bad-request': { '400 Bad request': (about) => new BadRequestError(about) },
  unauthenticated: { '401 Token not accepted': (about) => new UnauthorizedError(about) },
  forbidden: { '403 No access': (about) => new ForbiddenError(about) },
  'not-found': { '404 Not found': (about) => new NotFoundError(about) },
  'method-not-allowed': { '405 Method not allowed': (about) => new MethodNotAllowedError(about) },
  'not-acceptable': { '406 Not acceptable': (about) => new NotAcceptableError(about) },
  'already-sent': { '409 Already sent': (about) => new ConflictError(about) },
  'endpoint-removed': { '410 Endpoint removed': (about) => new GoneError(about) },
  declined: { '418 Declined': (about) => new TeapotError(about) },
  validation: {
    '422 A value was not accepted': (about) =>
      new UnprocessableContentError({ ...about, fieldErrors: { title: ["can't be blank"] } }),
  },
  'rate-limited': {
    '429 Limit spent, for 5 s': (about) =>
      new TooManyRequestsError({ ...about, status: 429, limit: 100, remaining: 0, retryAt: soon() }),
    '509 Limit spent, for 5 s': (about) =>
      new TooManyRequestsError({ ...about, status: 509, limit: 100, remaining: 0, retryAt: soon() }),
  },
  server: {
    '500 Cobalt had a problem': (about) => new InternalServerError(about),
    '502 from a gateway': (about) => new UnexpectedStatusError({ ...about, status: 502 }),
  },
  maintenance: {
    '503 Maintenance': (about) => new ServiceUnavailableError({ ...about, retryAt: soon() }),
  },
  offline: { Offline: (about) => new NetworkError({ ...about, kind: 'offline' }) },
  unreachable: { 'Connection cut': (about) => new NetworkError({ ...about, kind: 'unreachable' }) },
  timeout: { 'Timeout after 30 s': (about) => new TimeoutError({ ...about, timeoutMs: 30_000 }) },
  malformed: {
    'HTML page instead of JSON': (about) =>
      new MalformedResponseError({
        ...about,
        status: 200,
        mismatch: 'the body: expected JSON',
        contentType: 'text/html',
      }),
  },
  unknown: { '451 Unknown status': (about) => new UnexpectedStatusError({ ...about, status: 451 }) },
};

/**
 * Every kind of failure as its typed error, for the menu "Trigger Error" of TanStack Query's devtools: see what a page makes of a 403
 * without a server that gives one. Make it once, outside of components.
 *
 * The devtools take the data of that one query away and put the error in its place, so the nearest boundary shows it. What concerns the
 * whole connection (401, 429, 503, offline) is told to the client too, as if an answer had said so: the banner comes, other reads wait, and
 * it ends as it would: at its time, by a check, or by a new token. Anything else is taken back by "Restore Error" in the same place.
 * Nothing is sent. For failures of writes, or of a refetch, use the mock API and its faults (`cobalt-react/testing`).
 *
 * @example
 * import { ReactQueryDevtools } from '@tanstack/react-query-devtools';
 * import { createErrorTypes } from 'cobalt-react/devtools';
 *
 * const errorTypes = createErrorTypes(client);
 *
 * <ReactQueryDevtools errorTypes={errorTypes} />;
 */
export function createErrorTypes({ connection }: Pick<CobaltClient, 'connection'>): DevtoolsErrorType[] {
  return Object.values(ROWS).flatMap((row) =>
    Object.entries(row).map(([name, make]) => ({
      name,
      initializer({ queryKey }) {
        const error = make(aboutOf(queryKey));
        // As the client itself tells it. In the background, since nobody in the app did anything.
        const { departs, failed } = connection as ConnectionControl;
        failed(error, departs(true));
        return error;
      },
    })),
  );
}

/** A path of no API, so that nobody takes it for a request that was sent. */
function aboutOf(queryKey: readonly unknown[]): CobaltErrorInit {
  const operation = queryKey[0] === 'cobalt' ? queryKey[3] : undefined;
  return { method: 'GET', path: `/devtools/${typeof operation === 'string' ? operation : 'query'}` };
}
