import { english } from 'cobalt-react';
import type {
  AnyCobaltError,
  CobaltErrorBoundaryProps,
  CobaltErrorViewProps,
  CobaltMessages,
  ErrorAttributes,
  ErrorKind,
  ErrorViewProps,
  ErrorViews,
  MessageValues,
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

describe('words', () => {
  it('know what each sentence fills in', () => {
    const messages: Partial<CobaltMessages> = {
      'rateLimited.read.body': ({ limit, known, service }) => `${service} ${limit} ${known}`,
      'validation.title': ({ count }) => `${count}`,
      // @ts-expect-error -- there is no time in it
      'notFound.title': ({ time }) => String(time),
    };
    expectTypeOf(messages).not.toBeAny();
    expectTypeOf<MessageValues<'rateLimited.read.body'>['known']>().toEqualTypeOf<'yes' | 'no'>();
    expectTypeOf<MessageValues<'action.tryAgain'>>().toEqualTypeOf<{ readonly service: string | number }>();
  });

  it('of a language are all there, and no others', () => {
    const { 'notFound.title': _, ...rest } = english;
    // @ts-expect-error -- a title is missing
    const incomplete: CobaltMessages = rest;
    // @ts-expect-error -- no sentence has this name
    const unknown: Partial<CobaltMessages> = { 'notFound.titel': 'x' };
    expectTypeOf([incomplete, unknown]).not.toBeAny();
  });
});

describe('the state of a view as data attributes', () => {
  it('is a closed set', () => {
    expectTypeOf<ErrorAttributes['data-phase']>().toEqualTypeOf<
      'failed' | 'waiting' | 'retrying' | 'recovered' | 'stopped'
    >();
    expectTypeOf<ErrorAttributes['data-kind']>().toEqualTypeOf<ErrorKind | undefined>();
  });
});
