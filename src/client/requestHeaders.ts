import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import { ForbiddenError, UnauthorizedError } from '../errors/statusErrors.ts';
import type { Core } from './core.ts';
import { MEDIA_TYPE } from './exchange.ts';
import { learnOrganizations } from './learnOrganizations.ts';
import { misuse } from './misuse.ts';
import type { CobaltOperation } from './operation.ts';
import { untilAborted } from './untilAborted.ts';

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
  isBackground: boolean,
): Promise<RequestHeaders> {
  const { options, credentials, connection } = core;
  const headers = new Headers({ Accept: MEDIA_TYPE });
  const needsOrganization = operation.needsOrganization !== false;
  if (needsOrganization && !organizationId) throw misuse(operation.name, 'no organization');
  const epoch = credentials.epoch();
  if (options.isProxy) {
    if (needsOrganization) headers.set('X-Cobalt-Organization', organizationId as string);
    return { headers, carried: [], epoch };
  }
  const ofOrganization = needsOrganization
    ? await organizationToken(core, organizationId as string, about, signal, isBackground)
    : undefined;
  const token = await untilAborted(credentials.token(), signal);
  if (credentials.epoch() !== epoch) return { headers, carried: [], epoch };
  if (token === undefined) {
    connection.sessionEnded(isBackground);
    throw new UnauthorizedError(about);
  }
  headers.set('Authorization', `Bearer ${token}`);
  if (!needsOrganization) return { headers, carried: [token], epoch };
  if (ofOrganization === undefined) {
    throw new ForbiddenError({
      ...about,
      detail: `This token sees no organization with the id ${String(organizationId)}.`,
      missingOrganization: organizationId,
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
  isBackground: boolean,
): Promise<string | undefined> {
  const { credentials } = core;
  const known = credentials.organizationToken(id);
  if (known !== undefined) return known;
  const epoch = credentials.epoch();
  try {
    await untilAborted(learnOrganizations(core), signal);
  } catch (error) {
    // It failed for a token that is no longer the client's: the caller asks again.
    if (credentials.epoch() !== epoch && !signal?.aborted) return undefined;
    if (!isBackground && isCobaltError(error, 401)) core.connection.sessionWanted();
    throw isCobaltError(error) ? unsent(error, about) : error;
  }
  return credentials.organizationToken(id);
}

// The look for organizations failed; the request itself, which waited for it, was never sent.
function unsent(error: AnyCobaltError, about: CobaltErrorInit): AnyCobaltError {
  const SameError = error.constructor as new (init: object) => AnyCobaltError;
  return new SameError({ ...error.toJSON(), ...about });
}
