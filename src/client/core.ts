import type { ConnectionControl } from '../connection/createConnection.ts';
import type { CheckedOptions } from './clientOptions.ts';
import type { Credentials } from './credentials.ts';
import type { OrganizationLook } from './missingOrganization.ts';
import type { OrganizationsSeen } from './organizationsSeen.ts';
import type { Submissions } from './idempotency.ts';

/** What one client and every `withOrganization` of it share. It never leaves this floor: it refers to secrets. */
export interface Core {
  readonly options: CheckedOptions;
  readonly credentials: Credentials;
  readonly connection: ConnectionControl;
  readonly organizations: OrganizationsSeen;
  /** By operation and organization. */
  readonly submissions: Map<string, Submissions>;
  /** The person is being asked for a new token. */
  asking: Promise<boolean> | undefined;
  /** By organization: whether it is missing, as far as a 403 made somebody look. */
  readonly looks: Map<string, OrganizationLook>;
  /** `GET /orgs` under way, to learn organization tokens from. It gives all ids, where it came to the end. */
  learning: Promise<ReadonlySet<string> | undefined> | undefined;
}
