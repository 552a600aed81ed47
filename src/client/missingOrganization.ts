import { type AnyCobaltError, isCobaltError } from '../errors/anyCobaltError.ts';
import type { Core } from './core.ts';
import { learnOrganizations } from './learnOrganizations.ts';

/** A page of widgets is refused together; one look serves them all. */
const INCIDENT_MS = 60_000;

/** What the last look found out about one organization. */
export interface OrganizationLook {
  readonly at: number;
  readonly epoch: number;
  readonly isMissing: Promise<boolean>;
}

/** After a 403: names the organization in the error where the token's owner does not see it at all. One look at `GET /orgs` per incident. */
export async function nameMissingOrganization(
  core: Core,
  organizationId: string | undefined,
  error: AnyCobaltError,
): Promise<void> {
  if (error.kind !== 'forbidden' || organizationId === undefined) return;
  if (await look(core, organizationId)) Object.assign(error, { missingOrganization: organizationId });
}

function look(core: Core, id: string): Promise<boolean> {
  const { looks, credentials } = core;
  const now = Date.now();
  const epoch = credentials.epoch();
  const last = looks.get(id);
  if (last?.epoch === epoch && Math.abs(now - last.at) < INCIDENT_MS) return last.isMissing;
  const isMissing = learnOrganizations(core).then(
    (ids) => ids?.has(id) === false,
    (error: unknown) => {
      // Then the 403 is all that is known.
      if (isCobaltError(error)) return false;
      throw error;
    },
  );
  looks.set(id, { at: now, epoch, isMissing });
  return isMissing;
}
