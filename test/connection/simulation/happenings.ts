import fc from 'fast-check';
import type { Loss } from './network.ts';
import type { Bucket, Person } from './simulatedApi.ts';
import { KINDS, type WidgetSpec } from './widgets.tsx';

/** What needs nothing but a tab. */
type PlainName =
  | 'create'
  | 'create again'
  | 'change state'
  | 'walk'
  | 'stop walk'
  | 'revoke token'
  | 'rotate token'
  | 'sign out'
  | 'check'
  | 'reconnect'
  | 'close or open';

/** One thing that a person, the app, the browser or the server does. `tab` and `index` choose among what is there. */
export type Happening =
  | { readonly do: 'mount'; readonly tab: number; readonly spec: WidgetSpec }
  | { readonly do: 'unmount' | 'next page' | 'retry'; readonly tab: number; readonly index: number }
  | { readonly do: PlainName; readonly tab: number }
  | { readonly do: 'sign in'; readonly tab: number; readonly person: Person }
  | { readonly do: 'stop' | 'resume'; readonly tab: number; readonly bucket: Bucket }
  | { readonly do: 'others'; readonly bucket: Bucket; readonly count: number }
  | { readonly do: 'maintenance'; readonly retryAfter: string | undefined }
  | { readonly do: 'no maintenance' | 'offline' | 'online' | 'hide' | 'show' | 'nothing' }
  | { readonly do: 'lose'; readonly losses: readonly Loss[] }
  | { readonly do: 'trouble'; readonly statuses: readonly number[] }
  | { readonly do: 'set clock'; readonly byMs: number };

/** What happens, and how much time passes after it. */
export type Step = Happening & { readonly passMs: number };

const tab = fc.constantFrom(0, 0, 1);
const index = fc.nat(7);
const bucket = fc.constantFrom<Bucket>('read', 'read', 'write');

const spec: fc.Arbitrary<WidgetSpec> = fc.record({
  kind: fc.constantFrom(...KINDS),
  number: fc.nat(3),
  hasBoundary: fc.boolean(),
  pollMs: fc.constantFrom(undefined, undefined, 2000, 5000),
});

const ofTab = (...names: PlainName[]) => fc.record({ do: fc.constantFrom(...names), tab });
const minutes = (count: number) => count * 60_000;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('mount'), tab, spec }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('unmount', 'next page', 'retry', 'retry'), tab, index }),
  },
  { weight: 6, arbitrary: ofTab('create', 'create', 'create again', 'create again', 'change state') },
  { weight: 2, arbitrary: ofTab('walk', 'walk', 'stop walk') },
  { weight: 3, arbitrary: ofTab('revoke token', 'rotate token', 'sign out', 'reconnect') },
  { weight: 1, arbitrary: ofTab('check', 'close or open') },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sign in'), tab, person: fc.constantFrom<Person>('A', 'B') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('stop', 'resume'), tab, bucket }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('others'), bucket, count: fc.constantFrom(3, 10, 50, 100) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('maintenance'),
      retryAfter: fc.constantFrom(undefined, '5', '90'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('no maintenance') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('offline', 'online', 'online', 'hide', 'show', 'show', 'nothing'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('lose'),
      losses: fc.array(fc.constantFrom<Loss>('way there', 'way back', 'way back', 'never'), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('trouble'),
      statuses: fc.array(fc.constantFrom(500, 502, 404), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set clock'),
      byMs: fc.constantFrom(-minutes(60), -minutes(5), -10_000, 10_000, minutes(5), minutes(60)),
    }),
  },
);

const passMs = fc.oneof(
  { weight: 1, arbitrary: fc.constant(minutes(5)) },
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 200 }) },
  { weight: 10, arbitrary: fc.integer({ min: 200, max: 5000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 20_000, max: 90_000 }) },
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.tuple(happening, passMs).map(([what, ms]) => ({ ...what, passMs: ms })),
  { minLength: 1, maxLength: 30, size: 'max' },
);
