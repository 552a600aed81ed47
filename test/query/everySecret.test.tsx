import { dehydrate, QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import fc from 'fast-check';
import {
  type AnyCobaltError,
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltUI,
  createCobaltClient,
  getAsset,
  isCobaltError,
  listAssets,
  useAssets,
  useCreateAsset,
} from 'cobalt-react';
import type { ReactNode } from 'react';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { everythingIn } from '../client/everythingIn.ts';
import { MEDIA_TYPE } from '../client/connect.ts';
import { isLong } from '../setup/isLong.ts';
import { pass, providers } from './start.tsx';

/** Behaviour 16 as one property: whatever the secrets are and whoever says them back, they are found nowhere. */

const RUNS = isLong ? 2000 : 40;
const PATIENCE = isLong ? 1_200_000 : 120_000;

/** What a header can carry, with all that means something in JSON, addresses, HTML and patterns. No word of any program. */
const token = fc
  .string({
    unit: fc.constantFrom(...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))),
    minLength: 8,
    maxLength: 60,
  })
  .map((text) => `Zq${text}`);
const illegal = fc
  .tuple(token, fc.constantFrom('\r\n', '\n', '\0', ' ', 'é', '\u2028', '😀'), token)
  .map((parts) => parts.join(''));

const htmlOf = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const jsonOf = (text: string): string => JSON.stringify(text).slice(1, -1);
const addressOf = (text: string): string => encodeURIComponent(text);

const written = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  jsonOf,
  addressOf,
  htmlOf,
  (text) => addressOf(text).replace(/%../g, (code) => code.toLowerCase()),
);

/** What a server, a gateway or an engine makes of a request whose secrets it repeats. */
const echo = fc.record({
  status: fc.constantFrom(200, 302, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503),
  write: written,
  before: fc.constantFrom('', ' ', 'Wrong token: ', 'Bearer ', 'x'.repeat(290), 'x'.repeat(65_500)),
  shape: fc.constantFrom('text', 'json', 'fields', 'html', 'cut', 'resource', 'thrown', 'circular'),
});

type Echo = typeof echo extends fc.Arbitrary<infer Value> ? Value : never;

function answerOf({ status, write, before, shape }: Echo, secrets: readonly string[]): Response {
  const text = before + secrets.map(write).join(' and ');
  if (shape === 'thrown')
    throw new TypeError(`"${text}" is an invalid header value`, {
      cause: new Error(text, { cause: { secrets } }),
    });
  if (shape === 'circular') {
    const error = Object.assign(new TypeError(text), {
      secrets,
      headers: new Headers({ 'X-Echo': addressOf(text).slice(0, 500) }),
    });
    throw Object.assign(error, { cause: error, self: [error, { error }] });
  }
  const raw = secrets.join(' ');
  const json: Record<string, unknown> = {
    json: { message: before + raw, detail: text },
    fields: { errors: { [raw]: [raw, text], title: { message: text } }, error: raw },
    resource: { data: [{ resource: { id: { secrets }, [raw]: text } }] },
  };
  const body =
    shape === 'html'
      ? `<p>${text}`
      : shape === 'cut'
        ? `{"message":"${text}`
        : json[shape]
          ? JSON.stringify(json[shape])
          : text;
  const header = addressOf(raw).slice(0, 4000);
  return new Response(body, {
    status,
    statusText: secrets[0]!.slice(0, 100),
    headers: {
      'Content-Type': `${shape === 'text' ? 'text/plain' : MEDIA_TYPE}; token=${secrets[0]!}`,
      'X-Request-Id': secrets[0]!,
      'cf-ray': secrets[1]!,
      'Retry-After': secrets[0]!,
      'X-Rate-Limit-Remaining': secrets[1]!,
      Location: `https://attacker.example/?${header}`,
    },
  });
}

/** Nobody can repeat more than what was sent. */
function secretsIn(init: RequestInit | undefined): string[] {
  const headers = new Headers(init?.headers);
  const personal = headers.get('Authorization')!.replace('Bearer ', '');
  return [personal, headers.get('X-Org-Token') ?? personal];
}

function Page({ assetId }: { readonly assetId: string }): ReactNode {
  const list = useAssets({}, { throwOnError: false });
  const create = useCreateAsset();
  return (
    <>
      <CobaltErrorView error={list.error} onRetry={list.refetch} />
      <CobaltErrorView error={create.error} onRetry={() => undefined} />
      <button type="button" onClick={() => create.mutate({ title: assetId, asset_type: 'web' })}>
        Create
      </button>
      <CobaltErrorBoundary>
        <Thrown />
      </CobaltErrorBoundary>
    </>
  );
}

function Thrown(): ReactNode {
  useAssets({ limit: 7 });
  return null;
}

describe('behaviour 16: no secret is anywhere', () => {
  it(
    'whatever the tokens are, and whoever repeats them',
    async () => {
      vi.useFakeTimers();
      const printed: string[] = [];
      const posted: unknown[] = [];
      const copied: string[] = [];
      class Channel extends EventTarget {
        postMessage(message: unknown) {
          posted.push(message);
        }
        close() {}
      }
      vi.stubGlobal('BroadcastChannel', Channel);
      vi.stubGlobal('navigator', {
        onLine: true,
        languages: ['en'],
        clipboard: { writeText: async (text: string) => void copied.push(text) },
      });
      const print = (...values: unknown[]) =>
        printed.push(values.map((value) => inspect(value, { depth: 9, showHidden: true })).join(' '));
      for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = print;

      let errors = 0;
      await fc.assert(
        fc.asyncProperty(
          token,
          token,
          echo,
          fc.boolean(),
          async (personal, organization, given, isRotated) => {
            const secrets = [personal, organization];
            const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
            const client = createCobaltClient({
              baseUrl: 'https://api.example',
              token: personal,
              organization: { id: 'or_1', token: organization },
              fetch: async (_input, init) => answerOf(given, secretsIn(init)),
            });
            const Wrapper = providers(queryClient, client);
            const { container, getByText, queryAllByText } = render(
              <Wrapper>
                <CobaltUI>
                  <Page assetId="Portal" />
                </CobaltUI>
              </Wrapper>,
            );
            await pass(1);
            fireEvent.click(getByText('Create'));
            await pass(10_000);
            for (const button of queryAllByText('Copy details')) fireEvent.click(button);
            // An id that a program takes for a token's place, and a call outside of React.
            const direct = await client
              .call(getAsset, `${personal}/${organization}`)
              .catch((error: unknown) => error);
            if (isRotated) act(() => client.setToken('the-next-token'));
            const late = await client.call(listAssets).catch((error: unknown) => error);
            await pass(1);

            const all: unknown[] = [
              direct,
              late,
              ...queryClient
                .getQueryCache()
                .getAll()
                .map(({ state }) => state.error),
              ...queryClient
                .getMutationCache()
                .getAll()
                .map(({ state }) => state.error),
            ].filter((one) => one instanceof Error);
            for (const error of all) if (!isCobaltError(error)) throw error;
            errors += all.length;
            const places: Record<string, string> = {
              errors: everythingIn(all),
              'errors as text': all
                .map((one) =>
                  [
                    String(one),
                    JSON.stringify(one),
                    (one as AnyCobaltError).stack,
                    inspect(one, { depth: 9, showHidden: true, getters: true }),
                  ].join(' '),
                )
                .join(' '),
              'dehydrated state': JSON.stringify(
                dehydrate(queryClient, {
                  shouldDehydrateQuery: () => true,
                  shouldDehydrateMutation: () => true,
                }),
              ),
              keys: JSON.stringify(
                queryClient
                  .getQueryCache()
                  .getAll()
                  .map(({ queryKey }) => queryKey),
              ),
              client: everythingIn({ ...client, connection: client.connection.getState() }),
              page: document.documentElement.outerHTML,
              mails: [...container.querySelectorAll('a')]
                .map(({ href }) => href + decodeURIComponent(href))
                .join(' '),
              clipboard: copied.join(' '),
              tabs: JSON.stringify(posted),
              console: printed.join(' '),
              storage: JSON.stringify([
                Object.entries(localStorage),
                Object.entries(sessionStorage),
                document.cookie,
              ]),
            };
            cleanup();
            queryClient.clear();
            const found = Object.entries(places).flatMap(([place, text]) =>
              secrets.flatMap((secret) =>
                [secret, jsonOf(secret), addressOf(secret), htmlOf(secret)]
                  .filter((form) => text.includes(form))
                  .map(
                    (form) =>
                      `${place}: …${text.slice(Math.max(0, text.indexOf(form) - 60), text.indexOf(form) + form.length)}`,
                  ),
              ),
            );
            printed.length = posted.length = copied.length = 0;
            expect(found).toEqual([]);
          },
        ),
        { numRuns: RUNS, seed: 16 },
      );
      expect(errors).toBeGreaterThan(RUNS * 2);
    },
    PATIENCE,
  );

  it(
    'also of a token that no header can carry',
    async () => {
      await fc.assert(
        fc.asyncProperty(illegal, token, async (bad, good) => {
          const visible = bad.replace(/[\r\n\0 é\u2028😀].*/su, '');
          const said: unknown[] = [];
          const make = (options: object): void => {
            try {
              createCobaltClient({ region: 'us', token: good, ...options } as never);
            } catch (error) {
              said.push(error);
            }
          };
          make({ token: bad });
          make({ organization: { id: 'or_1', token: bad } });
          make({ baseUrl: `https://user:${addressOf(bad)}@api.example`, region: undefined });
          make({ proxy: `/api?${bad}`, region: undefined, token: undefined });
          const client = createCobaltClient({
            baseUrl: 'https://api.example',
            token: () => bad,
            organization: { id: 'or_1', token: good },
            fetch: () => Promise.reject(new TypeError(bad)),
          });
          said.push(await client.call(listAssets).catch((error: unknown) => error));
          try {
            client.setToken(bad);
          } catch (error) {
            said.push(error);
          }
          expect(said).toHaveLength(6);
          const text = `${everythingIn(said)} ${inspect(said, { depth: 9, showHidden: true })} ${JSON.stringify(said)}`;
          for (const secret of [bad, visible, good, jsonOf(bad)]) expect(text.includes(secret)).toBe(false);
        }),
        { numRuns: RUNS, seed: 16 },
      );
    },
    PATIENCE,
  );
});
