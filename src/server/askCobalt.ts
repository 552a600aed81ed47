import { bucketOf } from '../connection/cause.ts';
import type { AnswerPlace } from './answerHeaders.ts';
import type { Budget } from './budget.ts';
import type { BudgetKey } from './budgetKey.ts';
import { toRefusal } from './errorAnswer.ts';
import type { OrganizationTokens } from './organizationTokens.ts';
import type { CheckedProxyOptions } from './proxyOptions.ts';
import { sendUpstream, type UpstreamAnswer, type UpstreamRequest } from './upstream.ts';

/** What all requests through one proxy share. */
export interface ProxyContext {
  readonly options: CheckedProxyOptions;
  readonly organizations: OrganizationTokens;
  readonly budget: (Budget & { readonly keyOf: BudgetKey }) | false;
}

/** Who asks Cobalt: a token, and the key under which its owner's requests are counted. */
export interface Asking {
  readonly token: string;
  readonly budgetKey: string;
}

/** The one way to Cobalt: counted, sent, and believed. Gives a good answer; throws what is to be passed on of any other. */
export async function askCobalt(
  proxy: ProxyContext,
  { token, budgetKey }: Asking,
  request: Omit<UpstreamRequest, 'token'>,
): Promise<UpstreamAnswer> {
  const { options, organizations, budget } = proxy;
  const expense = budget && (await budget.spend(bucketOf(request), budgetKey));
  const answer = await sendUpstream(options, { ...request, token });
  if (budget && expense) await budget.learn(expense, answer.response);
  if (answer.response.ok) return answer;
  const refusal = await toRefusal(answer, placeOf(proxy, token, request.organizationToken));
  if (refusal.status === 401 || refusal.status === 403) organizations.doubt(token);
  throw refusal;
}

export function placeOf(
  { options: { base, basePath }, organizations }: ProxyContext,
  token: string,
  organizationToken: string | undefined,
): AnswerPlace {
  // The one that was sent may have been forgotten meanwhile.
  const sent = organizationToken === undefined ? [] : [organizationToken];
  return { base, basePath, secrets: [...organizations.secrets(token), ...sent] };
}
