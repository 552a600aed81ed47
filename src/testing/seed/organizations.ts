import type { Random } from './random.ts';

/** An organization as `GET /orgs` gives it. `token` is the value for `X-Org-Token`. */
export interface MockOrganization {
  id: string;
  name: string;
  token: string;
}

export function seedOrganizations(random: Random): MockOrganization[] {
  return [
    { id: random.id('or_'), name: 'Northwind Freight', token: 'mock-org-token-northwind' },
    { id: random.id('or_'), name: 'Helios Health Group', token: 'mock-org-token-helios' },
    { id: random.id('or_'), name: 'Zażółć & Sønner Bank', token: 'mock-org-token-zazolc' },
  ];
}
