import { keepPreviousData, skipToken } from '@tanstack/react-query';
import {
  type AnyCobaltError,
  type Asset,
  type Finding,
  type FlatPages,
  type Page,
  type UnprocessableContentError,
  useAsset,
  useAssets,
  useCreateAsset,
  useFinding,
  useFindings,
  useInfiniteFindings,
  useUpdateFindingState,
} from 'cobalt-react';
import { describe, expectTypeOf, it } from 'vitest';

declare const maybe: string | undefined;

describe('a hook that reads', () => {
  it('gives the resource or a page', () => {
    expectTypeOf(useAsset('as_1').data).toEqualTypeOf<Asset | undefined>();
    expectTypeOf(useAssets().data).toEqualTypeOf<Page<Asset> | undefined>();
    expectTypeOf(useInfiniteFindings().data).toEqualTypeOf<FlatPages<Finding> | undefined>();
  });

  it('infers from select', () => {
    expectTypeOf(useFindings({}, { select: ({ items }) => items.length }).data).toEqualTypeOf<
      number | undefined
    >();
    expectTypeOf(
      useFinding('vl_1', { select: ({ labels }) => labels.map(({ name }) => name) }).data,
    ).toEqualTypeOf<string[] | undefined>();
    expectTypeOf(
      useInfiniteFindings({}, { select: ({ items }) => items.map(({ id }) => id) }).data,
    ).toEqualTypeOf<string[] | undefined>();
  });

  it('takes parameters that are not there yet', () => {
    useAsset(maybe);
    useAsset(skipToken);
    useFindings(maybe ? { asset: maybe } : skipToken);
    useInfiniteFindings(maybe ? { asset: maybe } : skipToken);
    // @ts-expect-error one resource has an identifier
    useAsset();
    // @ts-expect-error null is no identifier
    useAsset(null);
  });

  it("takes TanStack's own options, but for key and fetcher", () => {
    useFindings({}, { throwOnError: false, enabled: true, placeholderData: keepPreviousData, retry: 1 });
    useInfiniteFindings({}, { maxPages: 3, refetchInterval: 1000 });
    // @ts-expect-error the key comes from the descriptor
    useFindings({}, { queryKey: ['mine'] });
    // @ts-expect-error so do the pages' cursors
    useInfiniteFindings({}, { initialPageParam: 'a' });
  });

  it('fails with the union of errors, which its names narrow', () => {
    const { error } = useFindings();
    expectTypeOf(error).toEqualTypeOf<AnyCobaltError | null>();
    switch (error?.name) {
      case 'TooManyRequestsError':
        expectTypeOf(error.retryAt).toEqualTypeOf<number>();
        break;
      case 'TimeoutError':
        expectTypeOf(error.timeoutMs).toEqualTypeOf<number>();
        break;
      case 'UnprocessableContentError':
        expectTypeOf(error).toEqualTypeOf<UnprocessableContentError>();
        break;
      // @ts-expect-error no error has this name
      case 'NoSuchError':
        break;
    }
  });

  it('narrows data by status, as TanStack does', () => {
    const query = useFinding('vl_1');
    if (query.isSuccess) expectTypeOf(query.data).toEqualTypeOf<Finding>();
    if (query.isError) expectTypeOf(query.error).toEqualTypeOf<AnyCobaltError>();
  });
});

describe('a hook that writes', () => {
  it('takes its parameters and gives its answer', () => {
    const create = useCreateAsset();
    create.mutate({ title: 'A', asset_type: 'a_type_of_tomorrow' });
    expectTypeOf(create.data).toEqualTypeOf<Asset | undefined>();
    expectTypeOf(create.error).toEqualTypeOf<AnyCobaltError | null>();
    // @ts-expect-error the title is missing
    create.mutate({ asset_type: 'web' });
    // @ts-expect-error a tag has a name
    create.mutate({ title: 'A', asset_type: 'web', tags: ['a'] });
  });

  it("infers the result of the caller's own onMutate", () => {
    useUpdateFindingState({
      onMutate: ({ id }) => ({ toast: id.length }),
      onError: (error, params, own) => {
        expectTypeOf(error).toEqualTypeOf<AnyCobaltError>();
        expectTypeOf(params.state).toBeString();
        expectTypeOf(own?.toast).toEqualTypeOf<number | undefined>();
      },
    });
    // @ts-expect-error what is sent comes from the descriptor
    useUpdateFindingState({ mutationFn: () => Promise.resolve(undefined) });
  });
});
