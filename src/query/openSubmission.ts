import type { CobaltClient } from '../client/createCobaltClient.ts';
import { paramsObject } from '../client/operation.ts';
import { isCobaltError } from '../errors/anyCobaltError.ts';
import type { WriteDescriptor } from './descriptors.ts';

/** A create by an identifier alone whose last try left open whether it arrived. */
interface Open {
  readonly params: object;
  readonly error: unknown;
}

const places = new WeakMap<CobaltClient, Map<string, Open>>();

/**
 * Gives the object that stands for one submission. An object is its own; an equal identifier is the same submission as long as its last
 * try is in doubt, so that "Try again" with `'pt_1'` carries the same idempotency key.
 */
export function submissionOf<Params>(
  client: CobaltClient,
  { name, creates }: WriteDescriptor<Params, unknown>,
  params: Params,
): { readonly params: object; readonly succeeded: () => void; readonly failed: (error: unknown) => void } {
  if (!creates || typeof params !== 'string')
    return { params: params as object, succeeded: nothing, failed: nothing };
  const open = places.get(client) ?? new Map<string, Open>();
  places.set(client, open);
  const place = `${name} ${params}`;
  const known = open.get(place);
  const own = known?.params ?? paramsObject(params);
  const end = (): void => {
    if (open.get(place) === known) open.delete(place);
  };
  return {
    params: own,
    succeeded: end,
    failed(error) {
      if (!isCobaltError(error)) return;
      // The key is dead, and the person was shown why nothing was sent: the next try is their decision.
      if (error === known?.error) end();
      // What was never sent decides nothing.
      else if (error.attempts === 0) return;
      else if (error.retrySafeUntil !== undefined) open.set(place, { params: own, error });
      else end();
    },
  };
}

function nothing(): void {
  // An object needs nobody to remember it.
}
