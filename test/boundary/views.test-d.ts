import type {
  AnyCobaltError,
  CobaltErrorBoundaryProps,
  CobaltErrorViewProps,
  ErrorViewProps,
  ErrorViews,
  NotFoundError,
  TimeoutError,
  TooManyRequestsError,
} from 'cobalt-react';
import type { useCreateAsset, useFindings } from 'cobalt-react';
import type { ComponentType } from 'react';
import { describe, expectTypeOf, it } from 'vitest';

declare function view<E extends AnyCobaltError>(): ComponentType<ErrorViewProps<E>>;

describe('behaviour 8: views are typed per status', () => {
  it('a view gets the error of its status or kind', () => {
    const views: ErrorViews = {
      404: ({ error }) => {
        expectTypeOf(error).toEqualTypeOf<NotFoundError>();
        return null;
      },
      509: ({ error }) => {
        expectTypeOf(error.retryAt).toEqualTypeOf<number>();
        return null;
      },
      timeout: ({ error }) => {
        expectTypeOf(error.timeoutMs).toEqualTypeOf<number>();
        return null;
      },
    };
    expectTypeOf(views).not.toBeAny();
  });

  it('a status that does not exist, or a view for another error, does not compile', () => {
    const views: ErrorViews[] = [
      // @ts-expect-error -- there is no such status
      { 499: view<NotFoundError>() },
      // @ts-expect-error -- nor such a kind
      { 'not-there': view<NotFoundError>() },
      // @ts-expect-error -- a cooldown has no place under 404
      { 404: view<TooManyRequestsError>() },
      // @ts-expect-error -- a timeout is not unreachable
      { unreachable: view<TimeoutError>() },
    ];
    expectTypeOf(views).not.toBeAny();
  });

  it('a view for any error fits everywhere', () => {
    const views: ErrorViews = { 404: view<AnyCobaltError>(), server: view<AnyCobaltError>() };
    expectTypeOf(views).not.toBeAny();
  });

  it('a boundary catches statuses and kinds, nothing else', () => {
    expectTypeOf<readonly [404, 'timeout']>().toExtend<NonNullable<CobaltErrorBoundaryProps['catch']>>();
    // @ts-expect-error -- not a status of Cobalt's table
    const wrong: CobaltErrorBoundaryProps = { catch: [499] };
    expectTypeOf(wrong).not.toBeAny();
  });
});

describe('CobaltErrorView', () => {
  it('takes what TanStack gives, without wrapping', () => {
    type Query = ReturnType<typeof useFindings>;
    type Mutation = ReturnType<typeof useCreateAsset>;
    expectTypeOf<Query['error']>().toExtend<CobaltErrorViewProps['error']>();
    expectTypeOf<Query['refetch']>().toExtend<CobaltErrorViewProps['onRetry']>();
    expectTypeOf<Query['isFetching']>().toExtend<CobaltErrorViewProps['isRetrying']>();
    expectTypeOf<Query['dataUpdatedAt']>().toExtend<CobaltErrorViewProps['dataUpdatedAt']>();
    expectTypeOf<Mutation['error']>().toExtend<CobaltErrorViewProps['error']>();
    expectTypeOf<Mutation['reset']>().toExtend<CobaltErrorViewProps['onDismiss']>();
  });
});
