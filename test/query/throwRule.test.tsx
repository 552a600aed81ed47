import { useQueries, useSuspenseQuery } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import {
  getAsset,
  getPentest,
  isCobaltError,
  listFindings,
  useCobaltClient,
  useFindings,
} from 'cobalt-react';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowConsole } from '../setup/console.ts';
import { pass, start } from './start.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

function Caught({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary
      fallbackRender={({ error }) => <p role="alert">{isCobaltError(error) ? error.name : 'foreign'}</p>}
    >
      {children}
    </ErrorBoundary>
  );
}

function Findings(): ReactNode {
  return <p>{useFindings().data?.items.length ?? 'waiting'}</p>;
}

describe('the throw rule', () => {
  it('without data, the nearest boundary takes over', async () => {
    allowConsole('error', /NotFoundError|error occurred in/i);
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 404, path: '/findings' });
    render(
      <Caught>
        <Findings />
      </Caught>,
      { wrapper },
    );
    await pass();
    expect(screen.getByRole('alert')).toHaveTextContent('NotFoundError');
  });

  it('with data, it never does', async () => {
    const { cobalt, wrapper, queryClient } = start();
    render(
      <Caught>
        <Findings />
      </Caught>,
      { wrapper },
    );
    await pass();
    cobalt.faults.add({ status: 404, path: '/findings' });
    act(() => void queryClient.refetchQueries());
    await pass();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('10')).toBeInTheDocument();
  });

  it('is the same for options that are spread into TanStack’s own hooks', async () => {
    allowConsole('error', /GoneError|error occurred in/i);
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 410, path: '/assets/as_1' });
    function Both(): ReactNode {
      const client = useCobaltClient();
      const [asset, pentest] = useQueries({
        queries: [getAsset.queryOptions(client, 'as_1'), getPentest.queryOptions(client, undefined)],
      });
      return (
        <p>
          {asset.status} {pentest.status}
        </p>
      );
    }
    render(
      <Caught>
        <Both />
      </Caught>,
      { wrapper },
    );
    await pass();
    expect(screen.getByRole('alert')).toHaveTextContent('GoneError');
    expect(cobalt.requests).toHaveLength(1);
  });

  it('is the same for Suspense', async () => {
    allowConsole('error', /InternalServerError|error occurred in/i);
    const { cobalt, wrapper, sent } = start();
    cobalt.faults.add({ status: 500, path: '/findings' });
    function Suspending(): ReactNode {
      const { data } = useSuspenseQuery(listFindings.queryOptions(useCobaltClient(), {}));
      return <p>{data.items.length}</p>;
    }
    render(
      <Caught>
        <Suspense fallback="waiting">
          <Suspending />
        </Suspense>
      </Caught>,
      { wrapper },
    );
    await pass();
    expect(screen.getByText('waiting')).toBeInTheDocument();
    await pass(30_000);
    expect(screen.getByRole('alert')).toHaveTextContent('InternalServerError');
    expect(sent('GET', '/findings')).toHaveLength(3);
  });
});
