import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { Core } from './core.ts';
import { learnOrganizations } from './learnOrganizations.ts';

/**
 * A new token may be another person's: then it does not see the same organizations, and the connection is told so. Where nothing of the
 * last person was ever seen it cannot be told; what it may not see, the API refuses.
 */
export function comparePerson(core: Core): void | Promise<void> {
  const hasSeen = core.organizations.startAnew();
  // The token function may give another person's token now.
  core.credentials.forgetOrganizations();
  core.learning = undefined;
  if (hasSeen) return look(core);
}

/** A look that failed left open whose token it is. */
export function compareAgain(core: Core): void {
  if (core.organizations.isInDoubt()) void look(core);
}

async function look(core: Core): Promise<void> {
  try {
    await learnOrganizations(core);
  } catch (error) {
    // The next success looks again.
    if (!isCobaltError(error)) throw error;
  }
}
