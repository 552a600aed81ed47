import type { Departure } from '../connection/createConnection.ts';
import { isCobaltError, reviveCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { ConfigurationError } from '../errors/ConfigurationError.ts';
import { ForbiddenError, UnauthorizedError } from '../errors/statusErrors.ts';
import type { Core } from './core.ts';
import type { Page } from './envelope.ts';
import { MEDIA_TYPE } from './exchange.ts';
import type { CobaltOperation } from './operation.ts';
import { refuseIfBlocked } from './refuseIfBlocked.ts';
import { GET_ORGANIZATIONS, send } from './send.ts';
import { untilAborted } from './untilAborted.ts';

// An answer that always names a next page must not spend the person's limit.
const MAX_PAGES = 50;

/** The headers of one request, and which secrets stand in them. */
export interface RequestHeaders {
  readonly headers: Headers;
  readonly carried: readonly string[];
  /** What they were made for: in another epoch of the credentials they must not be sent. */
  readonly epoch: number;
}

/** Makes the headers of one request; the secrets among them are read now, never kept. */
export async function requestHeaders(
  core: Core,
  organizationId: string | undefined,
  operation: CobaltOperation<never, unknown>,
  about: CobaltErrorInit,
  signal: AbortSignal | undefined,
): Promise<RequestHeaders> {
  const { options, credentials, connection } = core;
  const headers = new Headers({ Accept: MEDIA_TYPE });
  const needsOrganization = operation.needsOrganization !== false;
  if (needsOrganization && !organizationId) {
    throw new ConfigurationError(
      `${operation.name} is about one organization: pass \`organization: { id }\` to createCobaltClient, or use client.withOrganization(id).`,
    );
  }
  const epoch = credentials.epoch();
  if (options.isProxy) {
    if (needsOrganization) headers.set('X-Cobalt-Organization', organizationId as string);
    return { headers, carried: [], epoch };
  }
  const ofOrganization = needsOrganization
    ? await organizationToken(core, organizationId as string, about, signal)
    : undefined;
  const token = await untilAborted(credentials.token(), signal);
  if (credentials.epoch() !== epoch) return { headers, carried: [], epoch };
  if (token === undefined) {
    connection.sessionEnded();
    throw new UnauthorizedError(about);
  }
  headers.set('Authorization', `Bearer ${token}`);
  if (!needsOrganization) return { headers, carried: [token], epoch };
  if (ofOrganization === undefined) {
    throw new ForbiddenError({
      ...about,
      detail: `This token sees no organization with the id ${String(organizationId)}.`,
    });
  }
  headers.set('X-Org-Token', ofOrganization);
  return { headers, carried: [token, ofOrganization], epoch };
}

async function organizationToken(
  core: Core,
  id: string,
  about: CobaltErrorInit,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const { credentials } = core;
  const known = credentials.organizationToken(id);
  if (known !== undefined) return known;
  const epoch = credentials.epoch();
  // One look for all who wait; a failed one is not kept, and neither is one of an older token.
  const learning = (core.learning ??= learnOrganizations(core).finally(() => {
    if (core.learning === learning) core.learning = undefined;
  }));
  try {
    await untilAborted(learning, signal);
  } catch (error) {
    // It failed for a token that is no longer the client's: the caller asks again.
    if (credentials.epoch() !== epoch && !signal?.aborted) return undefined;
    // The look failed; the request itself was never sent.
    throw isCobaltError(error) ? (reviveCobaltError({ ...error.toJSON(), ...about }) ?? error) : error;
  }
  return credentials.organizationToken(id);
}

async function learnOrganizations(core: Core): Promise<void> {
  const { connection } = core;
  let departure: Departure | undefined;
  const departs = (): void => {
    // A write may go while reads must not: this one is a read all the same.
    refuseIfBlocked(connection, {
      method: 'GET',
      path: GET_ORGANIZATIONS.path,
      operation: 'read',
      attempts: 0,
    });
    departure = connection.departs();
  };
  try {
    let cursor: string | null = null;
    let pages = 0;
    do {
      const params = { limit: 1000, ...(cursor === null ? {} : { cursor }) };
      const page = await send(core, undefined, GET_ORGANIZATIONS, params, { departs });
      cursor = (page as Page<unknown>).next;
      pages += 1;
    } while (cursor !== null && pages < MAX_PAGES);
  } catch (error) {
    if (departure && isCobaltError(error)) connection.failed(error, departure);
    throw error;
  }
}
