import { defineRead, type Skippable } from '../query/descriptors.ts';
import { type ReadHookOptions, useCobaltQuery } from '../query/useCobaltQuery.ts';

/** Numbers here, though the API writes them as strings. A count that is no number is `NaN`, never a crash. */
export interface AttackSurface {
  readonly domains: number;
  readonly seen_hosts: number;
  readonly new_seen_hosts: number;
}

/** `GET /attack_surface/stats` */
export const getAttackSurface = /* @__PURE__ */ defineRead<object | undefined, AttackSurface>({
  name: 'getAttackSurface',
  path: '/attack_surface/stats',
  answer: 'item',
  convert: (stats: Record<string, unknown>) => ({
    ...stats,
    domains: count(stats['domains']),
    seen_hosts: count(stats['seen_hosts']),
    new_seen_hosts: count(stats['new_seen_hosts']),
  }),
});

// `Number` makes 0 of nothing, and falls over some objects; what is not known is not zero.
function count(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? Number(value)
    : Number.NaN;
}

/**
 * How much of the organization faces the internet, in three numbers. Takes no parameters but `skipToken`.
 *
 * @example
 * const { data } = useAttackSurface();
 * const hosts = data?.seen_hosts;
 *
 * @see https://docs.cobalt.io/v2/#attack-surface
 */
export function useAttackSurface<Selected = AttackSurface>(
  params?: Skippable<object>,
  options?: ReadHookOptions<AttackSurface, Selected>,
) {
  return useCobaltQuery(getAttackSurface, params ?? {}, options);
}
