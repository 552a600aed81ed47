import {
  type InfiniteData,
  QueryClient,
  skipToken,
  useInfiniteQuery,
  useQueries,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import {
  type AnyCobaltError,
  type Asset,
  type CobaltClient,
  type Finding,
  type FlatPages,
  getAsset,
  getFinding,
  listFindings,
  listOrganizations,
  type Organization,
  type Page,
  updateFindingState,
} from 'cobalt-react';
import { describe, expectTypeOf, it } from 'vitest';

declare const client: CobaltClient;
declare const maybe: string | undefined;
const queryClient = new QueryClient();

describe('options of a descriptor', () => {
  it('give the answer and the errors to useQuery', () => {
    const list = useQuery(listFindings.queryOptions(client, { state: 'need_fix' }));
    expectTypeOf(list.data).toEqualTypeOf<Page<Finding> | undefined>();
    expectTypeOf(list.error).toEqualTypeOf<AnyCobaltError | null>();
    expectTypeOf(useQuery(getAsset.queryOptions(client, maybe)).data).toEqualTypeOf<Asset | undefined>();
  });

  it('keep the inference of select when they are spread', () => {
    const { data } = useQuery({
      ...listFindings.queryOptions(client),
      select: ({ items }) => items.map(({ severity }) => severity),
    });
    expectTypeOf(data).toEqualTypeOf<Finding['severity'][] | undefined>();
    const tags = useSuspenseQuery({ ...getFinding.queryOptions(client, 'vl_1'), select: ({ tag }) => tag });
    expectTypeOf(tags.data).toEqualTypeOf<string>();
    const counts = useInfiniteQuery({
      ...listFindings.infiniteQueryOptions(client),
      select: ({ pages }) => pages.length,
    });
    expectTypeOf(counts.data).toEqualTypeOf<number | undefined>();
  });

  it('give pages with their flat list', () => {
    const long = useInfiniteQuery(listFindings.infiniteQueryOptions(client, { severity: 'high' }));
    expectTypeOf(long.data).toEqualTypeOf<FlatPages<Finding> | undefined>();
    const suspended = useSuspenseInfiniteQuery(listFindings.infiniteQueryOptions(client));
    expectTypeOf(suspended.data).toEqualTypeOf<FlatPages<Finding>>();
  });

  it('serve useQueries', () => {
    const [asset, finding] = useQueries({
      queries: [getAsset.queryOptions(client, 'as_1'), getFinding.queryOptions(client, maybe)],
    });
    expectTypeOf(asset.data).toEqualTypeOf<Asset | undefined>();
    expectTypeOf(finding.data).toEqualTypeOf<Finding | undefined>();
    expectTypeOf(asset.error).toEqualTypeOf<AnyCobaltError | null>();
  });

  it('serve the query client, and their keys know what they hold', () => {
    expectTypeOf(queryClient.query(getAsset.queryOptions(client, 'as_1'))).resolves.toEqualTypeOf<Asset>();
    const { queryKey } = listFindings.queryOptions(client);
    expectTypeOf(queryClient.getQueryData(queryKey)).toEqualTypeOf<Page<Finding> | undefined>();
    const { queryKey: long } = listFindings.infiniteQueryOptions(client);
    expectTypeOf(queryClient.getQueryData(long)).toEqualTypeOf<
      InfiniteData<Page<Finding>, string | null> | undefined
    >();
  });

  it('demand the identifier where Suspense cannot wait for it', () => {
    expectTypeOf(useSuspenseQuery(getAsset.queryOptions(client, 'as_1')).data).toEqualTypeOf<Asset>();
    expectTypeOf(useSuspenseQuery(listFindings.queryOptions(client)).data).toEqualTypeOf<Page<Finding>>();
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getAsset.queryOptions(client, maybe));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getAsset.queryOptions(client, skipToken));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(getAsset.queryOptions(client, undefined));
    // @ts-expect-error Suspense cannot wait
    useSuspenseQuery(listFindings.queryOptions(client, skipToken));
    // @ts-expect-error may be skipped
    useSuspenseInfiniteQuery(listFindings.infiniteQueryOptions(client, maybe ? { asset: maybe } : skipToken));
    // @ts-expect-error one resource has no options without its identifier
    useQuery(getAsset.queryOptions(client));
  });
});

describe('client.call', () => {
  it('knows what each operation takes and gives', () => {
    expectTypeOf(client.call(listFindings)).resolves.toEqualTypeOf<Page<Finding>>();
    expectTypeOf(client.call(getFinding, 'vl_1')).resolves.toEqualTypeOf<Finding>();
    expectTypeOf(
      client.call(updateFindingState, { id: 'vl_1', state: 'check_fix' }),
    ).resolves.toEqualTypeOf<undefined>();
    // @ts-expect-error the identifier is missing
    void client.call(getFinding);
    // @ts-expect-error the state is missing
    void client.call(updateFindingState, { id: 'vl_1' });
  });

  it('gives no token of an organization', () => {
    expectTypeOf<Organization>().not.toHaveProperty('token');
    expectTypeOf(client.call(listOrganizations)).resolves.toEqualTypeOf<Page<Organization>>();
  });
});

describe('parameters', () => {
  it('take values that Cobalt adds later', () => {
    listFindings.queryOptions(client, { state: 'brand_new', severity: 'apocalyptic' });
    listFindings.queryOptions(client, { sort: '-updated_at', labels_contains_all: ['a'] });
  });

  it('of a wrong type do not compile', () => {
    // @ts-expect-error a state is a string
    listFindings.queryOptions(client, { state: 1 });
    // @ts-expect-error one string where a list is meant
    listFindings.queryOptions(client, { labels_contains_all: 'a' });
    // @ts-expect-error no such filter
    listFindings.queryOptions(client, { stat: 'new' });
    // @ts-expect-error not sortable by that
    listFindings.queryOptions(client, { sort: 'title' });
    // @ts-expect-error pages have their own cursors
    listFindings.infiniteQueryOptions(client, { cursor: 'a' });
    // @ts-expect-error an identifier is a string
    getAsset.queryOptions(client, 1);
  });
});
