import type { ConnectionControl } from '../connection/createConnection.ts';
import type { CheckedOptions } from './clientOptions.ts';
import type { Credentials } from './credentials.ts';
import type { OrganizationsSeen } from './organizationsSeen.ts';
import type { createSubmissions } from './idempotency.ts';

/** What one client and every `withOrganization` of it share. It never leaves this floor: it refers to secrets. */
export interface Core {
  readonly options: CheckedOptions;
  readonly credentials: Credentials;
  readonly connection: ConnectionControl;
  readonly organizations: OrganizationsSeen;
  readonly submissions: ReturnType<typeof createSubmissions>;
  /** `GET /orgs` under way, to learn organization tokens from. */
  learning: Promise<void> | undefined;
}
