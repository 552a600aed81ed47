import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { CobaltProvider, createCobaltClient, listOrganizations, listTokens, useFindings } from 'cobalt-react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

const JSON_TYPE = { 'Content-Type': 'application/vnd.cobalt.v2+json' };

/** Two people, by their tokens: what each can see, and rows that say whose they are. */
function twoPeople(organizations: Record<string, readonly string[]>) {
  const requests: string[] = [];
  const unreachable = new Set<string>();
  const fetch = (async (url: string, init: RequestInit) => {
    const path = new URL(url).pathname;
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
    requests.push(`${token} ${path}`);
    if (unreachable.delete(path)) throw new TypeError('Failed to fetch');
    await Promise.resolve();
    const resources =
      path === '/orgs'
        ? (organizations[token] ?? []).map((id) => ({ id, name: id, token: `org-token-of-${id}` }))
        : [{ id: `vl_${token}`, title: `Row of ${token}` }];
    return new Response(
      JSON.stringify({ data: resources.map((resource) => ({ resource })), pagination: {} }),
      { headers: JSON_TYPE },
    );
  }) as typeof globalThis.fetch;
  return { requests, unreachable, fetch };
}

function Rows(): ReactNode {
  const { data } = useFindings(undefined, { staleTime: Infinity });
  return <p>{data ? data.items.map(({ title }) => title).join() : 'Loading'}</p>;
}

async function show(organizations: Record<string, readonly string[]>) {
  const { requests, unreachable, fetch } = twoPeople(organizations);
  const client = createCobaltClient({
    region: 'us',
    token: 'first',
    organization: { id: 'or_shared' },
    fetch,
  });
  const queryClient = new QueryClient();
  const page = (
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <Rows />
      </CobaltProvider>
    </QueryClientProvider>
  );
  const { unmount } = render(page);
  await screen.findByText('Row of first');
  requests.length = 0;
  return { client, requests, unreachable, queryClient, page, unmount };
}

describe('behaviour 17: a new token', () => {
  it('empties the cache when it sees other organizations than the last one', async () => {
    const { client } = await show({ first: ['or_shared', 'or_own'], second: ['or_shared'] });
    client.setToken('second');
    await screen.findByText('Row of second');
  });

  it('keeps the cache when it sees the same organizations, and asks for no row again', async () => {
    const { client, requests } = await show({ first: ['or_shared'], second: ['or_shared'] });
    client.setToken('second');
    await waitFor(() => {
      expect(requests).toEqual(['second /orgs']);
    });
    expect(screen.getByText('Row of first')).toBeInTheDocument();
  });

  it('keeps the cache when nobody can say whose it is, since the look failed', async () => {
    const { client, requests } = await show({ first: ['or_shared'], second: ['or_shared'] });
    // No token at all: nothing can be asked with it.
    client.setToken(() => undefined);
    await Promise.resolve();
    expect(requests).toEqual([]);
    expect(screen.getByText('Row of first')).toBeInTheDocument();
  });

  it('empties it as soon as somebody can say whose it is, when the first look failed', async () => {
    const { client, requests, unreachable } = await show({
      first: ['or_shared', 'or_own'],
      second: ['or_shared'],
    });
    unreachable.add('/orgs');
    client.setToken('second');
    await waitFor(() => {
      expect(requests).toEqual(['second /orgs']);
    });
    await Promise.resolve();
    expect(screen.getByText('Row of first')).toBeInTheDocument();
    await client.call(listTokens);
    await screen.findByText('Row of second');
  });

  it('empties it also while no provider is mounted', async () => {
    const { client, page, unmount } = await show({ first: ['or_shared', 'or_own'], second: ['or_shared'] });
    unmount();
    client.setToken('second');
    await client.call(listOrganizations);
    render(page);
    expect(screen.queryByText('Row of first')).toBeNull();
    await screen.findByText('Row of second');
  });

  it('shows nothing of a person who signed out before somebody signed in, while no provider was mounted', async () => {
    const { client, page, unmount } = await show({ first: ['or_shared'], second: ['or_shared'] });
    unmount();
    client.signOut();
    client.setToken('second');
    render(page);
    await screen.findByText('Row of second');
  });

  it('asks nothing where nothing of the last person was ever seen', () => {
    const { requests, fetch } = twoPeople({});
    const client = createCobaltClient({ region: 'us', token: 'first', fetch });
    client.setToken('second');
    expect(requests).toEqual([]);
  });

  it('compares the last of two tokens in a row with the person whose rows are there', async () => {
    const { client } = await show({
      first: ['or_shared', 'or_own'],
      second: ['or_shared'],
      third: ['or_shared'],
    });
    client.setToken('second');
    client.setToken('third');
    await screen.findByText('Row of third');
  });

  it('lets the last of two tokens in a row decide', async () => {
    const { client } = await show({ first: ['or_shared'], second: [], third: ['or_shared'] });
    client.setToken('second');
    client.setToken('third');
    await client.call(listOrganizations);
    expect(screen.getByText('Row of first')).toBeInTheDocument();
  });
});
