import { act, cleanup, render, renderHook } from '@testing-library/react';
import * as library from 'cobalt-react';
import { FindingText } from 'cobalt-react/finding-text';
import {
  type AnyCobaltError,
  CobaltErrorBoundary,
  CobaltUI,
  type FindingAttachment,
  isCobaltError,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';
import { type Json, lies } from '../hostile/lies.ts';
import { pass, start, type World } from '../query/start.tsx';

/** Answers that are JSON of the right shape and lie about everything else: no hook falls over, and no prototype changes. */

beforeEach(() => {
  vi.useFakeTimers();
  // React prints what a boundary catches.
  allowConsole('error', /Error/);
});

function liar(lie: (json: Json) => string): World {
  return start({
    fetch: (cobalt) => async (input, init) => {
      const response = await cobalt.fetch(input, init);
      const text = await response.text();
      return new Response(text && lie(JSON.parse(text) as Json), response);
    },
  });
}

interface Result {
  readonly data?: unknown;
  readonly error: AnyCobaltError | null;
}

/** Every hook that reads, by its name. Those that write are called otherwise. */
const hooks = Object.entries(library as Record<string, unknown>).filter(
  (entry): entry is [string, (params: unknown, options: object) => Result] =>
    /^use(Infinite)?(Organizations|Tokens|Events|Asset|Pentest|Finding|Engagement|AttackSurface|Dast|TicketReferences|Webhook)/.test(
      entry[0],
    ),
);

/** An id of the kind that the hook asks for. */
function paramsOf(name: string, { cobalt }: World): unknown {
  const own = (rows: readonly { readonly id: string }[]): string =>
    rows.find(({ id }) => cobalt.data.organizationOf(id)?.id === cobalt.data.organizations[0]!.id)!.id;
  if (/s$/.test(name) && name !== 'useFindingPossibleStates') return {};
  if (name.startsWith('useAttackSurface')) return undefined;
  const rows = cobalt.data;
  if (name === 'usePentestReport')
    return rows.pentests.find(
      ({ id, state }) => state === 'live' && cobalt.data.organizationOf(id)?.id === rows.organizations[0]!.id,
    )!.id;
  if (name.startsWith('useAsset')) return own(rows.assets);
  if (name.startsWith('usePentest')) return own(rows.pentests);
  if (name.startsWith('useFinding')) return own(rows.findings);
  if (name.startsWith('useEngagementFinding')) return own(rows.engagementFindings);
  if (name.startsWith('useEngagement')) return own(rows.engagements);
  if (name.startsWith('useDastTarget')) return own(rows.dastTargets);
  if (name.startsWith('useDastScan')) return own(rows.dastScans);
  if (name.startsWith('useDastFinding')) return own(rows.dastFindings);
  return own(rows.webhooks);
}

/** Shows all that a hook gives, as a page would. */
function Shown({
  use,
  params,
  onResult,
}: {
  use: (params: unknown, options: object) => Result;
  params: unknown;
  onResult: (result: Result) => void;
}): ReactNode {
  const result = use(params, {});
  onResult(result);
  const { data } = result as { data?: { readonly items?: readonly Record<string, unknown>[] } };
  const items: readonly Record<string, unknown>[] = data?.items ?? (data ? [data] : []);
  // A few are enough to meet each kind of value.
  return items.slice(0, 3).map((item, index) => (
    <div key={index}>
      {Object.values(item).map((value, number) => (
        <FindingText
          key={number}
          text={value as string}
          attachments={item['attachments'] as readonly FindingAttachment[]}
        />
      ))}
    </div>
  ));
}

it('knows all hooks that read', () => {
  expect(hooks.map(([name]) => name)).toHaveLength(37);
});

describe.each(Object.entries(lies))('%s', (_name, lie) => {
  it.each(hooks)('leave %s standing', async (name, use) => {
    const world = liar(lie);
    const results: Result[] = [];
    const caught: unknown[] = [];
    render(
      <world.wrapper>
        <CobaltUI>
          <CobaltErrorBoundary onError={(error: unknown) => caught.push(error)}>
            <Shown use={use} params={paramsOf(name, world)} onResult={(result) => results.push(result)} />
          </CobaltErrorBoundary>
        </CobaltUI>
      </world.wrapper>,
    );
    await pass(60_000);
    const { data, error } = results.at(-1)!;
    // Either there is data, or an error that says what is wrong with the answer.
    expect(data !== undefined || error !== null || caught.length > 0).toBe(true);
    for (const one of [error, ...caught]) if (one) expect(isCobaltError(one, 'malformed')).toBe(true);
    expect('owned' in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    cleanup();
  });
});

describe.each(Object.entries(lies))('%s', (_name, lie) => {
  it('leave writes standing, whose answers are patched into lists', async () => {
    const world = liar(lie);
    const { cobalt } = world;
    const own = <Row extends { readonly id: string }>(rows: readonly Row[]): Row =>
      rows.find(({ id }) => cobalt.data.organizationOf(id)?.id === cobalt.data.organizations[0]!.id)!;
    const quiet = { throwOnError: false } as const;
    const { result } = renderHook(
      () =>
        [
          [library.useInfiniteFindings({}, quiet), library.useInfiniteDastFindings({}, quiet)],
          [library.useInfiniteWebhooks({}, quiet), library.useInfiniteAssets({}, quiet)],
          library.useUpdateFindingState(),
          library.useUpdateDastFindingState(),
          library.useUpdateWebhook(),
          library.useDeleteWebhook(),
          library.useUpdateAsset(),
        ] as const,
      { wrapper: world.wrapper },
    );
    await pass(1000);
    const [, , finding, dast, webhook, removal, asset] = result.current;
    act(() => {
      finding.mutate({ id: own(cobalt.data.findings).id, state: 'check_fix' });
      dast.mutate({ id: own(cobalt.data.dastFindings).id, state: 'wont_fix' });
      webhook.mutate({ id: own(cobalt.data.webhooks).id, active: false });
      asset.mutate({ id: own(cobalt.data.assets).id, title: 'x', asset_type: 'web' });
    });
    await pass(1000);
    act(() => {
      removal.mutate(own(cobalt.data.webhooks).id);
    });
    await pass(60_000);
    for (const { error, isPending } of result.current.slice(2) as Result[] & { isPending: boolean }[]) {
      expect(isPending).toBe(false);
      if (error) expect(isCobaltError(error)).toBe(true);
    }
  });
});

it.each(['useFindings', 'useInfiniteFindings'] as const)(
  '100,000 items, half of them twice, leave %s standing',
  async (name) => {
    const item = (number: number): Json => ({
      resource: { id: `vl_${String(number % 50_000)}`, title: null },
    });
    const world = liar(() =>
      JSON.stringify({ data: Array.from({ length: 100_000 }, (_, number) => item(number)) }),
    );
    const { result } = renderHook(() => library[name]({}, { throwOnError: false }), {
      wrapper: world.wrapper,
    });
    await pass(1000);
    expect(result.current.error).toBeNull();
    expect(result.current.data?.items).toHaveLength(name === 'useFindings' ? 100_000 : 50_000);
  },
);
