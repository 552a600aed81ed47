import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import {
  type AnyCobaltError,
  type CobaltClient,
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  isCobaltError,
  useCreateAsset,
  useFindings,
} from 'cobalt-react';
import 'cobalt-react/styles.css';
import fc from 'fast-check';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { everythingIn } from '../../client/everythingIn.ts';

/** What this run must never give away: both tokens, one of nobody's in the answers, and what the person typed. */
type Secrets = Readonly<Record<'token' | 'orgToken' | 'stranger' | 'typed', string>>;

const characters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+/=');
// Long enough never to be a part of something else, with a head that no word has.
const secret = (head: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...characters), { minLength: 20, maxLength: 48 })
    .map((tail) => `${head}${tail.join('')}`);

const secrets: fc.Arbitrary<Secrets> = fc.record({
  token: secret('qpt'),
  orgToken: secret('qot'),
  stranger: secret('qst'),
  typed: secret('qty'),
});

const statuses = [200, 302, 400, 401, 403, 404, 405, 406, 409, 410, 418, 422, 429, 500, 503, 509] as const;

type Answer = (secrets: Secrets) => Response | Error;

/** Headers that tell, however the server came by them. */
function tellingHeaders({ token, orgToken, stranger }: Secrets): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-request-id': 'req-1',
    'x-secret': stranger,
    'x-debug': `${token} ${orgToken}`,
    location: `https://elsewhere.example/?token=${encodeURIComponent(token)}`,
    'www-authenticate': `Bearer realm="${token}"`,
  };
}

const bodies: readonly ((secrets: Secrets) => string)[] = [
  ({ token }) => JSON.stringify({ message: `The token ${token} is not valid` }),
  ({ token, orgToken }) => JSON.stringify({ errors: { [`title ${token}`]: [`${orgToken} is too short`] } }),
  ({ token, typed }) => JSON.stringify({ errors: { name: [`is not ${token}`] }, echo: { password: typed } }),
  ({ token, stranger }) =>
    JSON.stringify({ detail: { nested: [{ authorization: `Bearer ${stranger}`, token }] } }),
  ({ stranger }) => JSON.stringify({ error: `Authorization: Bearer ${stranger}` }),
  ({ token, orgToken }) => `<html><body>${token}<script>${orgToken}</script></body></html>`,
  ({ orgToken }) => `X-Org-Token: ${orgToken}\nCookie: session=${orgToken}`,
  ({ token }) =>
    JSON.stringify({ data: [{ resource: { id: token } }], next_page: `/x?cursor=${token}` }).slice(0, -9),
];

const answers: fc.Arbitrary<Answer> = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...statuses), fc.constantFrom(...bodies)) },
    { weight: 1, arbitrary: fc.constant('cause' as const) },
    { weight: 1, arbitrary: fc.constant('circle' as const) },
  )
  .map((choice) => (all: Secrets) => {
    if (typeof choice === 'string') return failure(choice, all);
    const [status, body] = choice;
    return new Response(body(all), { status, headers: tellingHeaders(all) });
  });

/** As engines and wrappers throw: with the request in the message, in a cause of the cause, in an object that holds itself. */
function failure(shape: 'cause' | 'circle', { token, orgToken, typed }: Secrets): Error {
  const request: Record<string, unknown> = { headers: { authorization: `Bearer ${token}` }, body: typed };
  if (shape === 'circle') request['self'] = request;
  const inner = Object.assign(new Error(`header X-Org-Token: ${orgToken}`), { request });
  return new TypeError(`Failed to fetch with Bearer ${token}`, { cause: new Error(token, { cause: inner }) });
}

const copied: string[] = [];
const printed: string[] = [];
const original = { ...console };
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

function listen(): void {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  for (const method of methods) {
    console[method] = (...values: unknown[]) => {
      printed.push(everythingIn(values));
    };
  }
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  Object.assign(console, original);
});

function Reads({ typed }: { readonly typed: string }): ReactNode {
  const { data } = useFindings({ asset: typed }, { retry: false });
  return <p>{data ? 'data' : 'waiting'}</p>;
}

interface WritesProps {
  readonly typed: string;
  readonly onError: (error: unknown) => void;
}

function Writes({ typed, onError }: WritesProps): ReactNode {
  const create = useCreateAsset({ onError });
  return (
    <>
      <button onClick={() => create.mutate({ title: typed, asset_type: 'web' })}>Save</button>
      <CobaltErrorView error={create.error} onRetry={() => undefined} onDismiss={create.reset} />
    </>
  );
}

interface AppProps extends WritesProps {
  readonly client: CobaltClient;
}

function App({ client, typed, onError }: AppProps): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <CobaltUI banner={false}>
          <CobaltErrorBoundary onError={onError}>
            <Reads typed={typed} />
          </CobaltErrorBoundary>
          <Writes typed={typed} onError={onError} />
        </CobaltUI>
      </CobaltProvider>
    </QueryClientProvider>
  );
}

/** Everywhere that a person, a log or a program could find it. */
async function traces(all: Secrets, answer: Answer): Promise<string> {
  copied.length = 0;
  printed.length = 0;
  const client = createCobaltClient({
    // A host of its own, so that runs share no cooldown.
    baseUrl: `https://${crypto.randomUUID()}.cobalt.example`,
    token: all.token,
    organization: { id: 'or_1', token: all.orgToken },
    timeoutMs: 2000,
    fetch: async () => {
      const given = answer(all);
      if (given instanceof Error) throw given;
      return given;
    },
  });
  const errors: AnyCobaltError[] = [];
  const keep = (error: unknown): void => {
    if (isCobaltError(error)) errors.push(error);
  };
  const { container } = render(<App client={client} typed={all.typed} onError={keep} />);
  await waitFor(() => expect(errors.length).toBeGreaterThan(0));
  screen.getByRole('button', { name: 'Save' }).click();
  await waitFor(() => expect(container.querySelectorAll('[data-cobalt]').length).toBeGreaterThan(0));
  await waitFor(() => expect(errors.length).toBeGreaterThan(1));

  const seen: string[] = [];
  for (const details of container.querySelectorAll('details')) details.open = true;
  for (const copy of screen.getAllByRole('button', { name: 'Copy details' })) copy.click();
  await waitFor(() => expect(copied.length).toBeGreaterThan(0));
  for (const link of container.querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"]'))
    seen.push(decodeURIComponent(link.href));
  for (const error of errors)
    seen.push(JSON.stringify(error), String(error), error.stack ?? '', everythingIn(error));
  seen.push(document.documentElement.outerHTML, location.href, document.title, ...copied, ...printed);
  cleanup();
  return seen.join('\n');
}

describe('criterion 28: secrets never appear', () => {
  it('in the page, what is copied and reported, JSON, text, the console, or an error itself', {
    timeout: 120_000,
  }, async () => {
    listen();
    let mails = 0;
    await fc.assert(
      fc.asyncProperty(secrets, answers, async (all, answer) => {
        const found = await traces(all, answer);
        mails += found.includes('mailto:') ? 1 : 0;
        for (const [name, value] of Object.entries(all)) {
          for (const form of [value, encodeURIComponent(value), btoa(value)])
            expect(found.includes(form), `${name} ${form}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    // The run has looked where there was something to see.
    expect(mails).toBeGreaterThan(0);
  });
});
