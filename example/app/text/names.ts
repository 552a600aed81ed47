/** Cobalt's own names on screen. Enumerations are open: an unknown value is shown as it is. */
const FINDING_STATES: Readonly<Record<string, string>> = {
  new: 'Draft',
  triaging: 'Triaging',
  need_fix: 'Pending Fix',
  check_fix: 'Ready for Retest',
  valid_fix: 'Fixed',
  wont_fix: 'Accepted Risk',
  carried_over: 'Carried Over',
  not_applicable: 'Not Applicable',
  invalid: 'Invalid',
  duplicate: 'Invalid',
  stale: 'Invalid',
  out_of_scope: 'Invalid',
};

export function stateName(state: unknown): string {
  return lookUp(FINDING_STATES, state);
}

/** From open to closed. */
export const STATES: readonly string[] = Object.keys(FINDING_STATES);

export const FILTER_STATES = [
  'new',
  'triaging',
  'need_fix',
  'check_fix',
  'valid_fix',
  'wont_fix',
  'carried_over',
  'not_applicable',
  'invalid',
] as const;

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'informational'] as const;

const ASSET_NAMES: Readonly<Record<string, string>> = {
  web: 'Web',
  api: 'API',
  web_plus_api: 'Web + API',
  mobile: 'Mobile',
  web_plus_mobile: 'Web + mobile',
  cloud_config: 'Cloud configuration',
  external_network: 'External network',
  internal_network: 'Internal network',
  wireless_network: 'Wireless network',
  iot: 'IoT',
  thick_client: 'Thick client',
  physical: 'Physical',
  other: 'Other',
};

export const ASSET_TYPES: readonly string[] = Object.keys(ASSET_NAMES);

export function assetTypeName(type: unknown): string {
  return lookUp(ASSET_NAMES, type);
}

/** `in_review` → `In review` */
export function sentence(value: unknown): string {
  const words = plain(value).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lookUp(names: Readonly<Record<string, string>>, value: unknown): string {
  const key = plain(value);
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? sentence(value);
}

/** Types are what the API promises. Where it breaks its word, one text is missing, and not the page. */
export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

/** The same for lists: what is none is empty, and what is missing in it is left out. */
export function listOf<Item>(value: readonly Item[]): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]).filter((item) => item !== null) : [];
}
