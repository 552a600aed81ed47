import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { Core } from './core.ts';
import { learnOrganizations } from './learnOrganizations.ts';

/**
 * Whether a new token can belong to the person of the last one: it sees the same organizations. Where it cannot be told (nothing was seen
 * before, or the look failed), it counts as the same; what it may not see, the API refuses.
 */
export function isSamePerson(core: Core): boolean | Promise<boolean> {
  const { isEmpty, isStillTheSame } = core.organizations.startAnew();
  // The token function may give another person's token now.
  core.credentials.forgetOrganizations();
  core.learning = undefined;
  if (isEmpty) return true;
  return learnOrganizations(core).then(isStillTheSame, (error: unknown) => {
    if (isCobaltError(error)) return true;
    throw error;
  });
}
