import type { MockOrganization } from './organizations.ts';

/** So many rows for each organization, and who owns them. `i` counts within one organization, `n` in all. */
export function spread<T extends { id: string }>(
  organizations: readonly MockOrganization[],
  counts: readonly number[],
  owners: Map<string, string>,
  make: (organization: MockOrganization, i: number, n: number) => T | null,
): T[] {
  const rows: T[] = [];
  organizations.forEach((organization, o) => {
    for (let i = 0; i < (counts[o] ?? 0); i += 1) {
      const row = make(organization, i, rows.length);
      if (row === null) continue;
      owners.set(row.id, organization.id);
      rows.push(row);
    }
  });
  return rows;
}

/** What an organization owns of a list. */
export function ownedBy<T extends { id: string }>(
  rows: readonly T[],
  { id }: MockOrganization,
  owners: ReadonlyMap<string, string>,
): T[] {
  return rows.filter((row) => owners.get(row.id) === id);
}
