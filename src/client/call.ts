import { bucketOf } from '../connection/cause.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import { NotFoundError } from '../errors/statusErrors.ts';
import { compareAgain } from './comparePerson.ts';
import type { Core } from './core.ts';
import { nameMissingOrganization } from './missingOrganization.ts';
import { type CobaltOperation, planRequest } from './operation.ts';
import { type About, enter } from './passage.ts';
import { redact } from './redact.ts';
import { send, submissionsOf } from './send.ts';

/** How one `client.call` is made. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** How often this very call was sent before; errors count on from there. */
  readonly previousAttempts?: number | undefined;
  /**
   * `low`: nobody looks at it just now. Of the user's limit it leaves a part to what a person asks for, and a 401 to it asks nobody for a
   * token. Default `high`.
   */
  readonly priority?: 'high' | 'low' | undefined;
}

/** Sends one operation when the connection lets it, and tells the connection what became of it. */
export async function call(
  core: Core,
  organizationId: string | undefined,
  operation: CobaltOperation<never, unknown>,
  params: object,
  options: CallOptions,
): Promise<unknown> {
  const { credentials } = core;
  const { signal } = options;
  const plan = planRequest(operation, params);
  signal?.throwIfAborted();
  if (!plan) throw new NotFoundError({ method: operation.method, path: operation.path, attempts: 0 });
  const about = {
    method: operation.method,
    path: redact(plan.path, credentials.secrets()),
    operation: plan.operation,
    attempts: 0,
  } satisfies About;
  operation.upload?.refuse(params, about);
  try {
    return await pass(core, organizationId, operation, params, about, options);
  } catch (error) {
    submissionsOf(core, operation, organizationId)?.sayWhatIsOpen(params, error);
    throw error;
  }
}

async function pass(
  core: Core,
  organizationId: string | undefined,
  operation: CobaltOperation<never, unknown>,
  params: object,
  about: About,
  options: CallOptions,
): Promise<unknown> {
  const { connection } = core;
  const { signal, priority } = options;
  const passage = await enter(core, about, { isBackground: priority === 'low', signal });
  try {
    const answer = await send(core, organizationId, operation, params, { ...options, passage });
    const departure = passage.departure();
    if (departure) connection.succeeded(bucketOf(operation), about.path, departure);
    compareAgain(core);
    return answer;
  } catch (error) {
    // What did not leave is no news, nor is an earlier failure that is shown again.
    const departure = passage.departure();
    if (!departure || !isCobaltError(error)) throw error;
    connection.failed(error, departure);
    // The look below must not hold a place.
    passage.end();
    if (operation.needsOrganization !== false) await nameMissingOrganization(core, organizationId, error);
    throw error;
  } finally {
    passage.end();
  }
}
