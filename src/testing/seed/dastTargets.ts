import type { MockAsset } from './assets.ts';
import type { MockOrganization } from './organizations.ts';
import { LONG_WORD, PAYLOADS } from './payloads.ts';
import { hostOf } from './pentests.ts';
import type { Random } from './random.ts';
import { ownedBy, spread } from './spread.ts';

/** What the scanner is pointed at. */
export interface MockDastTarget {
  id: string;
  name: string;
  url: string;
  enabled: boolean;
}

/** How many targets each organization has: 18 in all. */
const TARGETS_PER_ORGANIZATION = [12, 4, 2];

export function seedDastTargets(
  random: Random,
  organizations: readonly MockOrganization[],
  assets: readonly MockAsset[],
  owners: Map<string, string>,
): MockDastTarget[] {
  return spread(organizations, TARGETS_PER_ORGANIZATION, owners, (organization, i, n) => {
    const own = ownedBy(assets, organization, owners);
    const asset = own[(i * 2) % own.length];
    if (asset === undefined) return null;
    const suffix = n % 7 === 3 ? ` ${random.pick(PAYLOADS)}` : n % 9 === 5 ? ` ${LONG_WORD}` : '';
    return {
      id: random.id('dt_'),
      name: asset.title + suffix,
      url: `https://${hostOf(asset)}/${n % 5 === 4 ? '?next=%22%3E%3Cscript%3E' : ''}`,
      enabled: i % 5 !== 3,
    };
  });
}
