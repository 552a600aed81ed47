import { matchQuery, type Query, type QueryClient } from '@tanstack/react-query';
import type { Patch } from './descriptors.ts';
import { type Edit, editResource, type Fields } from './editResource.ts';
import { operationKey, type Tenant } from './keys.ts';

/** A change that is shown before its answer. Exactly one of these ends it. */
export interface ShownChange {
  /** It was carried out; what the API answered is shown too. */
  readonly keep: (answer: unknown) => void;
  /** It was refused: takes back this change, field by field, and no other. */
  readonly undo: () => void;
  /** Nobody knows: it stays until what is true has been read. */
  readonly letGo: () => void;
}

/** A change whose answer is awaited, and what its fields held before it. */
interface Waiting {
  readonly id: string;
  readonly change: Fields;
  before?: Fields;
}

const waiting = new WeakMap<QueryClient, Set<Waiting>>();

/**
 * Changes fields of one resource wherever it is cached. Reads on their way are left alone, since each costs a share of the limit:
 * what they bring is changed on arrival, for as long as it may be older than the change.
 */
export function showChange(queryClient: QueryClient, client: Tenant, patch: Patch): ShownChange {
  const { operations, id, change } = patch;
  const cache = queryClient.getQueryCache();
  const keys = operations.map((operation) => operationKey(client, operation));
  const find = (): Query[] => keys.flatMap((queryKey) => cache.findAll({ queryKey }));
  const own: Waiting = { id, change };
  const all = waiting.get(queryClient) ?? new Set();
  waiting.set(queryClient, all.add(own));

  const apply: Edit = (resource) => {
    if (holds(resource, change)) return resource;
    own.before ??= Object.fromEntries(Object.keys(change).map((field) => [field, resource[field]]));
    return { ...resource, ...change };
  };
  // A newer change of the same fields stays.
  const takeBack: Edit = (resource) => (holds(resource, change) ? { ...resource, ...own.before } : resource);

  let onArrival = apply;
  let late: Query[] | undefined;
  const stop = cache.subscribe((event) => {
    const query = event.query as Query;
    if (event.type === 'updated' && event.action.type === 'success' && !event.action.manual) {
      if (keys.some((queryKey) => matchQuery({ queryKey }, query)))
        editResource(queryClient, query, id, onArrival);
    }
    // Observers are told before; by then an answer has arrived and is not changed yet.
    if (event.type === 'updated' || event.type === 'removed') stopWhenAllArrived();
  });
  function stopWhenAllArrived(): void {
    late = late?.filter((query) => isOnItsWay(query) && cache.get(query.queryHash) === query);
    if (late?.length === 0) stop();
  }
  function end(edit: Edit): void {
    all.delete(own);
    onArrival = edit;
    late = find().filter(isOnItsWay);
    stopWhenAllArrived();
  }

  // The newest copy first: what it held is what a refusal goes back to.
  for (const query of find().sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt))
    editResource(queryClient, query, id, apply);
  return {
    keep(answer) {
      const isResource = typeof answer === 'object' && answer !== null && (answer as Fields)['id'] === id;
      if (!isResource) {
        end(apply);
        return;
      }
      // Newer changes stay in front of the answer, and a refusal of theirs goes back to it.
      const newer = [...all].slice([...all].indexOf(own) + 1).filter((other) => other.id === id);
      for (const other of newer) {
        if (other.before) other.before = pick({ ...other.before, ...answer }, other.before);
      }
      const merge: Edit = (resource) =>
        newer.reduce((made, other) => (all.has(other) ? { ...made, ...other.change } : made), {
          ...resource,
          ...answer,
        });
      for (const query of find()) editResource(queryClient, query, id, merge);
      end(merge);
    },
    undo() {
      // A change made on top of this one must not fall back on it.
      for (const other of all) {
        if (other.id === id && other.before && holds(other.before, change))
          other.before = { ...other.before, ...own.before };
      }
      for (const query of find()) editResource(queryClient, query, id, takeBack);
      end(takeBack);
    },
    letGo() {
      all.delete(own);
      stop();
    },
  };
}

/** As much of `from` as `names` has fields. */
function pick(from: Fields, names: Fields): Fields {
  return Object.fromEntries(Object.keys(names).map((field) => [field, from[field]]));
}

function holds(resource: Fields, change: Fields): boolean {
  return Object.entries(change).every(([field, value]) => resource[field] === value);
}

function isOnItsWay(query: Query): boolean {
  return query.state.fetchStatus !== 'idle';
}
