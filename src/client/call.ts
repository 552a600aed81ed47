import type { Departure } from '../connection/createConnection.ts';
import { bucketOf } from '../connection/cause.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import { NotFoundError } from '../errors/statusErrors.ts';
import type { Core } from './core.ts';
import { type CobaltOperation, planRequest } from './operation.ts';
import { redact } from './redact.ts';
import { refuseIfBlocked } from './refuseIfBlocked.ts';
import { refuseUpload } from './refuseUpload.ts';
import { send } from './send.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** How often this very call was sent before; errors count on from there. */
  readonly previousAttempts?: number | undefined;
}

/** Sends one operation if the connection lets it, and tells the connection what became of it. */
export async function call(
  core: Core,
  organizationId: string | undefined,
  operation: CobaltOperation<never, unknown>,
  params: object,
  options: CallOptions,
): Promise<unknown> {
  const { connection, credentials } = core;
  const plan = planRequest(operation, params);
  options.signal?.throwIfAborted();
  if (!plan) throw new NotFoundError({ method: operation.method, path: operation.path, attempts: 0 });
  const about = {
    method: operation.method,
    path: redact(plan.path, credentials.secrets()),
    operation: plan.operation,
    attempts: 0,
  };
  refuseUpload(operation, params, about);
  refuseIfBlocked(connection, about);
  let departure: Departure | undefined;
  try {
    const answer = await send(core, organizationId, operation, params, {
      ...options,
      departs() {
        // Tokens may take a while to come, and the connection may have changed meanwhile.
        refuseIfBlocked(connection, about);
        departure = connection.departs();
      },
    });
    if (departure) connection.succeeded(bucketOf(operation), departure);
    return answer;
  } catch (error) {
    // What did not leave is no news, nor is an earlier failure that is shown again.
    if (departure && isCobaltError(error)) connection.failed(error, departure);
    throw error;
  }
}
