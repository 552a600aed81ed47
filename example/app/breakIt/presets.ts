import type { FaultOrder } from '../../shared/demo.ts';

const EVERYTHING = {
  requests: 'all',
  place: 'everywhere',
  times: null,
  seconds: null,
  retryAfter: null,
} as const;

/** The ones that everybody should have seen, one button each. */
export const PRESETS: readonly { readonly name: string; readonly order: FaultOrder }[] = [
  { name: 'Rate limit, 20 s', order: { ...EVERYTHING, effect: '429', seconds: 20, retryAfter: 'left' } },
  { name: 'Maintenance, 30 s', order: { ...EVERYTHING, effect: '503', seconds: 30, retryAfter: 10 } },
  { name: 'Next save fails', order: { ...EVERYTHING, effect: '500', requests: 'writes', times: 1 } },
  { name: 'Lose next answer', order: { ...EVERYTHING, effect: 'lost', requests: 'writes', times: 1 } },
  { name: 'Cut connections', order: { ...EVERYTHING, effect: 'cut' } },
];
