import type { CobaltErrorInit } from '../errors/CobaltError.ts';
import type { CallOptions } from './call.ts';
import type { Core } from './core.ts';
import { openEnvelope } from './envelope.ts';
import { exchange, MEDIA_TYPE } from './exchange.ts';
import type { Submissions } from './idempotency.ts';
import { type CobaltOperation, planRequest, type RequestPlan } from './operation.ts';
import type { Passage } from './passage.ts';
import { redact } from './redact.ts';
import { type RequestHeaders, requestHeaders } from './requestHeaders.ts';

/** The cheapest request that needs no organization: the connection's probe, and where organization tokens are learned. */
export const GET_ORGANIZATIONS: CobaltOperation<{ limit: number; cursor?: string }, unknown> = {
  name: 'listOrganizations',
  method: 'GET',
  path: '/orgs',
  answer: 'list',
  needsOrganization: false,
  secretFields: ['token'],
};

export interface SendOptions extends CallOptions {
  readonly passage: Passage;
}

/** Sends without asking the connection, so that its probe can pass. */
export async function send(
  core: Core,
  organizationId: string | undefined,
  operation: CobaltOperation<never, unknown>,
  params: object,
  { signal, previousAttempts = 0, passage }: SendOptions,
): Promise<unknown> {
  const { options, credentials } = core;
  const plan = planRequest(operation, params) as RequestPlan;
  const { method } = operation;
  const path = redact(plan.path, credentials.secrets());
  const unsent = { method, path, operation: plan.operation, attempts: 0 };
  const submissions = submissionsOf(core, operation, organizationId);
  submissions?.refuseDeadKey(params);
  let made: RequestHeaders | undefined;
  // While tokens were awaited, they may have been replaced or forgotten.
  while (made?.epoch !== credentials.epoch()) {
    made = await requestHeaders(core, organizationId, operation, unsent, signal, passage.isBackground);
  }
  const { headers, carried, epoch } = made;
  signal?.throwIfAborted();
  submissions?.refuseDeadKey(params);
  passage.departs();
  // From here on it counts as sent.
  const submission = submissions?.next(params);
  const about: CobaltErrorInit = {
    ...unsent,
    attempts: previousAttempts + (submission?.tries ?? 1),
    keyHint: submission?.key.slice(0, 8),
  };
  // A form says its own type, with its boundary.
  if (typeof plan.body === 'string') headers.set('Content-Type', MEDIA_TYPE);
  if (submission) headers.set('Idempotency-Key', submission.key);
  const { base, isProxy, fetch, timeoutMs } = options;
  try {
    const answer = await exchange({
      fetch,
      url: base + plan.target,
      init: {
        method,
        headers,
        body: plan.body ?? null,
        cache: 'no-store',
        credentials: isProxy ? 'same-origin' : 'omit',
      },
      timeoutMs,
      signal,
      about,
      // By the time of the answer the client may hold other tokens than the request carries.
      secrets: () => [...carried, ...credentials.secrets()],
      answered: passage.answered,
      read(json, answered) {
        if (!isProxy && operation.path === GET_ORGANIZATIONS.path) credentials.learn(json, epoch);
        if (operation.answer === 'none') return undefined;
        if (operation.answer === 'attachment') return { attachment_id: lastPart(answered.get('location')) };
        const opened = openEnvelope(json, operation, { base, path: plan.path });
        if (operation.path === GET_ORGANIZATIONS.path && epoch === credentials.epoch())
          core.organizations.add(opened);
        return opened;
      },
    });
    submissions?.ended(params);
    return answer;
  } catch (error) {
    if (submission) submissions?.failed(params, submission, error, about);
    throw error;
  }
}

/** Where the submissions of an operation that makes something are remembered. */
export function submissionsOf(
  { submissions }: Core,
  { creates, name }: CobaltOperation<never, unknown>,
  organizationId: string | undefined,
): Submissions | undefined {
  return creates?.(submissions, `${name} ${String(organizationId)}`);
}

function lastPart(location: string | null): string | undefined {
  return /\/([\w-]+)$/.exec(location ?? '')?.[1];
}
