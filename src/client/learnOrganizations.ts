import type { Departure } from '../connection/createConnection.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { Core } from './core.ts';
import type { Page } from './envelope.ts';
import { refuseIfBlocked } from './refuseIfBlocked.ts';
import { GET_ORGANIZATIONS, send } from './send.ts';

// An answer that always names a next page must not spend the person's limit.
const MAX_PAGES = 50;

/** Reads every organization of the token's owner. One look for all who wait; a failed one is not kept, nor one of an older token. */
export function learnOrganizations(core: Core): Promise<void> {
  const learning = (core.learning ??= walk(core).finally(() => {
    if (core.learning === learning) core.learning = undefined;
  }));
  return learning;
}

async function walk(core: Core): Promise<void> {
  const { connection } = core;
  let departure: Departure | undefined;
  const departs = (): void => {
    // A write may go while reads must not: this one is a read all the same.
    refuseIfBlocked(connection, {
      method: 'GET',
      path: GET_ORGANIZATIONS.path,
      operation: 'read',
      attempts: 0,
    });
    departure = connection.departs();
  };
  try {
    let cursor: string | null = null;
    let pages = 0;
    do {
      const params = { limit: 1000, ...(cursor === null ? {} : { cursor }) };
      const page = await send(core, undefined, GET_ORGANIZATIONS, params, { departs });
      cursor = (page as Page<unknown>).next;
      pages += 1;
    } while (cursor !== null && pages < MAX_PAGES);
    if (cursor === null) core.organizations.complete();
  } catch (error) {
    if (departure && isCobaltError(error)) connection.failed(error, departure);
    throw error;
  }
}
