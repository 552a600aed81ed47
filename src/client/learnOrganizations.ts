import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { Core } from './core.ts';
import type { Page } from './envelope.ts';
import { enter } from './passage.ts';
import { GET_ORGANIZATIONS, send } from './send.ts';

// An answer that always names a next page must not spend the person's limit.
const MAX_PAGES = 50;

/**
 * Reads every organization of the token's owner, and gives their ids unless there are too many to see all. One look for all who wait; a
 * failed one is not kept, nor one of an older token.
 */
export function learnOrganizations(core: Core): Promise<ReadonlySet<string> | undefined> {
  const learning = (core.learning ??= walk(core).finally(() => {
    if (core.learning === learning) core.learning = undefined;
  }));
  return learning;
}

async function walk(core: Core): Promise<ReadonlySet<string> | undefined> {
  const { connection, credentials } = core;
  const epoch = credentials.epoch();
  // A write may go while reads must not: this one is a read all the same.
  const about = { method: 'GET', path: GET_ORGANIZATIONS.path, operation: 'read', attempts: 0 } as const;
  let cursor: string | null = null;
  let pages = 0;
  const ids = new Set<string>();
  do {
    const params = { limit: 1000, ...(cursor === null ? {} : { cursor }) };
    // Whether somebody is asked for a token is for those to say who wait for the look.
    const passage = await enter(core, about, { isUrgent: true, isBackground: true });
    try {
      const page = (await send(core, undefined, GET_ORGANIZATIONS, params, { passage })) as Page<{
        id: string;
      }>;
      for (const { id } of page.items) ids.add(id);
      cursor = page.next;
      pages += 1;
    } catch (error) {
      const departure = passage.departure();
      if (departure && isCobaltError(error)) connection.failed(error, departure);
      throw error;
    } finally {
      passage.end();
    }
  } while (cursor !== null && pages < MAX_PAGES);
  if (cursor !== null) return undefined;
  if (credentials.epoch() === epoch && !core.organizations.complete()) connection.otherPerson();
  return ids;
}
