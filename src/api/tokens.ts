import type { Page } from '../client/envelope.ts';
import type { ById } from '../client/operation.ts';
import { defineList, type Skippable, type WriteDescriptor } from '../query/descriptors.ts';
import type { FlatPages } from '../query/flattenPages.ts';
import { useCobaltMutation, type WriteHookOptions } from '../query/useCobaltMutation.ts';
import {
  type InfiniteHookOptions,
  type ReadHookOptions,
  useCobaltInfiniteQuery,
  useCobaltQuery,
} from '../query/useCobaltQuery.ts';

/** A personal API token as its owner may see it: never the token itself. */
export interface Token {
  /** `api_…` */
  readonly id: string;
  readonly name: string;
  /** @deprecated By Cobalt. */
  readonly last_characters?: string;
  /** ISO 8601 */
  readonly expire_at: string | null;
}

/** What a refresh answers: the only moment at which the new token can be read. */
export interface RefreshedToken extends Token {
  /** The new token. The old one has stopped working. */
  readonly secret: string;
}

/** Which page of the tokens. */
export interface TokenListParams {
  /** Per page; 10 unless given, 1000 at most. */
  readonly limit?: number | undefined;
  /** `next` or `prev` of a page. */
  readonly cursor?: string | undefined;
}

/** `GET /tokens` */
export const listTokens = /* @__PURE__ */ defineList<TokenListParams, Token>({
  name: 'listTokens',
  path: '/tokens',
  needsOrganization: false,
});

/** `POST /tokens/{id}/refresh`. The answer holds the new token: keep it out of logs and caches. The proxy refuses it. */
export const refreshToken: WriteDescriptor<ById, RefreshedToken> = {
  name: 'refreshToken',
  method: 'POST',
  path: '/tokens/{id}/refresh',
  answer: 'item',
  needsOrganization: false,
  stale: () => [{ operation: listTokens }],
};

/**
 * The personal API tokens of the person behind the client: `{ items, next, prev }`. Names and expiry, never a token.
 *
 * @example
 * const { data } = useTokens();
 * const expiring = data?.items.filter((token) => token.expire_at !== null);
 *
 * @see https://docs.cobalt.io/v2/#tokens
 */
export function useTokens<Selected = Page<Token>>(
  params?: Skippable<TokenListParams>,
  options?: ReadHookOptions<Page<Token>, Selected>,
) {
  return useCobaltQuery(listTokens, params, options);
}

/**
 * The same, page by page; `data.items` is the flat list so far.
 *
 * @example
 * const { data, fetchNextPage } = useInfiniteTokens();
 *
 * @see https://docs.cobalt.io/v2/#tokens
 */
export function useInfiniteTokens<Selected = FlatPages<Token>>(
  params?: Skippable<Omit<TokenListParams, 'cursor'>>,
  options?: InfiniteHookOptions<Token, Selected>,
) {
  return useCobaltInfiniteQuery(listTokens, params, options);
}

/**
 * Replaces a token by a new one; the old one stops working at once. The new token goes to `onSecret` alone: it is in no cache, no
 * `data`, no error. It needs a token that still works, so it is *not* a way out of a 401, and not possible behind the proxy.
 *
 * @example
 * const refresh = useRefreshToken({ onSecret: (secret) => vault.store(secret) });
 * refresh.mutate('api_1');
 *
 * @see https://docs.cobalt.io/v2/#tokens
 */
export function useRefreshToken<OnMutateResult = unknown>({
  onSecret,
  ...options
}: WriteHookOptions<Token, ById, OnMutateResult> & {
  /** Gets the new token once, before the mutation succeeds. */
  readonly onSecret: (secret: string, token: Token) => void | Promise<void>;
}) {
  return useCobaltMutation(refreshToken, options, async ({ secret, ...token }): Promise<Token> => {
    await onSecret(secret, token);
    return token;
  });
}
