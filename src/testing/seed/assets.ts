import type { MockOrganization } from './organizations.ts';
import type { Random } from './random.ts';
import { LONG_WORD, PAYLOADS, RTL_NOTES } from './payloads.ts';

/** A file of an asset or a finding. `download_url` is short-lived in the real API and fixed here. */
export interface MockAttachment {
  id: string;
  file_name: string;
  download_url: string;
}

/** An asset with every documented field. */
export interface MockAsset {
  id: string;
  title: string;
  description: string;
  asset_type: string;
  logo: string | null;
  technology_stack: readonly { title: string }[];
  attachments: readonly MockAttachment[];
  tags: readonly { name: string }[];
}

/** The documented asset types: anything else in a body is answered with 422. */
export const ASSET_TYPES: readonly [string, ...string[]] = [
  'web',
  'api',
  'web_plus_api',
  'mobile',
  'cloud_config',
  'external_network',
  'internal_network',
  'web_plus_mobile',
  'wireless_network',
  'iot',
  'thick_client',
  'physical',
  'other',
];

/** How many assets each organization has: 60 in all, most in the first. */
const ASSETS_PER_ORGANIZATION = [36, 16, 8] as const;

const NAMES = [
  'Customer Portal',
  'Payments API',
  'Driver App',
  'Warehouse Dashboard',
  'Partner Gateway',
  'Identity Provider',
  'Claims Intake',
  'Telemetry Hub',
  'Loyalty Program',
  'Admin Console',
  'Billing Service',
  'Document Vault',
  'Notification Service',
  'Mobile Banking',
  'Patient Records',
  'Office Network Berlin',
  'Kubernetes Platform',
  'Data Lake',
  'Support Desk',
  'Public Website',
] as const;
const STAGES = ['', ' (EU)', ' v2', ' – staging'] as const;
const STACK = [
  'React',
  'Ruby on Rails',
  'PostgreSQL',
  'Go',
  'Kubernetes',
  'AWS',
  'Kotlin',
  'Redis',
  'nginx',
] as const;
const TAGS = [
  'pci',
  'production',
  'staging',
  'gdpr',
  'hipaa',
  'internet-facing',
  'crown jewel',
  'legacy',
] as const;

export function seedAssets(
  random: Random,
  organizations: readonly MockOrganization[],
  owners: Map<string, string>,
): MockAsset[] {
  const assets: MockAsset[] = [];
  organizations.forEach((organization, o) => {
    for (let i = 0; i < (ASSETS_PER_ORGANIZATION[o] ?? 0); i += 1) {
      const n = assets.length;
      const name = NAMES[(i + o * 7) % NAMES.length] ?? NAMES[0];
      const asset: MockAsset = {
        id: random.id('as_'),
        title: name + (i < NAMES.length ? '' : (STAGES[(i % 3) + 1] ?? '')),
        description: describe(random, n, name),
        asset_type: ASSET_TYPES[n % ASSET_TYPES.length] ?? ASSET_TYPES[0],
        logo: n % 4 === 0 ? `https://files.mock-cobalt.example/logos/${n}.png` : null,
        technology_stack: some(random, STACK, 3).map((title) => ({ title })),
        attachments: n % 5 === 0 ? [attachment(random, `architecture-${n}.pdf`)] : [],
        tags: some(random, TAGS, 3).map((tag) => ({ name: tag })),
      };
      owners.set(asset.id, organization.id);
      assets.push(asset);
    }
  });
  return assets;
}

export function attachment(random: Random, fileName: string): MockAttachment {
  const id = random.id('at_');
  return {
    id,
    file_name: fileName,
    download_url: `https://files.mock-cobalt.example/${id}/${fileName}?signature=mock`,
  };
}

function describe(random: Random, n: number, name: string): string {
  const base = `**${name}** serves customers in four regions.\n\n- Owner: platform team\n- Change window: Tuesdays 02:00 UTC`;
  if (n % 13 === 3) return `${base}\n\nBuild id ${LONG_WORD}`;
  if (n % 13 === 7) return `${base}\n\n${random.pick(RTL_NOTES)}`;
  if (n % 13 === 11) return `${base}\n\nLast tester's note: ${random.pick(PAYLOADS)}`;
  if (n % 13 === 12) return '';
  return base;
}

/** Up to `most` different entries of `list`, in the order of the list. */
function some(random: Random, list: readonly string[], most: number): string[] {
  const count = random.int(0, most);
  const start = random.int(0, list.length - 1);
  return list.filter((_, i) => (i - start + list.length) % list.length < count);
}
