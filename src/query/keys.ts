import type { CobaltClient } from '../client/createCobaltClient.ts';
import type { CobaltOperation } from '../client/operation.ts';

/** `['cobalt', scope, organization, operation, form, parameters]`: never a token, and nothing but strings and parameters. */
export type CobaltQueryKey = readonly [
  root: 'cobalt',
  scope: string,
  organization: string | null,
  operation: string,
  ...rest: unknown[],
];

/** The part of a client that decides what its cached data may be mixed with. */
export type Tenant = Pick<CobaltClient, 'scope' | 'organizationId'>;

/** What every cached answer of one operation has in common, whatever its parameters and form. */
export function operationKey(client: Tenant, operation: CobaltOperation<never, unknown>): CobaltQueryKey {
  const organization = operation.needsOrganization === false ? null : (client.organizationId ?? null);
  return ['cobalt', client.scope, organization, operation.name];
}

/** Whether a query of the app's cache holds data of this API, whichever organization. */
export function isOurs(key: readonly unknown[], client: Tenant): boolean {
  return key[0] === 'cobalt' && key[1] === client.scope;
}

/** Whether a key belongs to this API and organization, so that its data may stand in for theirs. */
export function isSameTenant(key: readonly unknown[], scope: string, organization: string | null): boolean {
  return key[1] === scope && key[2] === organization;
}
