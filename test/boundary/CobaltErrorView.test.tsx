import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  type AnyCobaltError,
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltUI,
  InternalServerError,
  useCreateAsset,
  useFindings,
} from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pass, start } from '../query/start.tsx';
import { READ } from './errors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const fallback = vi.fn(() => <p>fallback</p>);

function Desk(): ReactNode {
  const findings = useFindings();
  return (
    <>
      <CobaltErrorView
        error={findings.error}
        onRetry={findings.refetch}
        isRetrying={findings.isFetching}
        dataUpdatedAt={findings.dataUpdatedAt}
      />
      <ul aria-label="rows">
        {findings.data?.items.map(({ id }) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </>
  );
}

describe('behaviour 14: data first', () => {
  it('keeps the rows, the same nodes, and a quiet strip says how old they are', async () => {
    const { cobalt, wrapper, queryClient } = start();
    render(
      <CobaltUI>
        <CobaltErrorBoundary views={{ server: fallback }}>
          <Desk />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    const rows = [...screen.getByLabelText('rows').children];
    expect(rows).toHaveLength(10);
    const loadedAt = new Date().toLocaleString(undefined, { timeStyle: 'short' });
    await pass(600_000);
    cobalt.faults.add({ status: 500, times: 3 });
    act(() => void queryClient.refetchQueries());
    await pass(5000);
    expect([...screen.getByLabelText('rows').children]).toEqual(rows);
    expect(rows.every((row) => row.isConnected)).toBe(true);
    const strip = screen.getByRole('group', { name: /had a problem/ });
    expect(strip).toHaveAttribute('data-variant', 'strip');
    expect(strip).toHaveTextContent(`Loaded at ${loadedAt}`);
    expect(fallback).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass();
    expect(strip).not.toBeInTheDocument();
  });

  it('says only how old they are while the banner says why', async () => {
    const { cobalt, wrapper, queryClient } = start();
    render(
      <CobaltUI>
        <Desk />
      </CobaltUI>,
      { wrapper },
    );
    await pass();
    cobalt.faults.add({ status: 503 });
    act(() => void queryClient.refetchQueries());
    await pass();
    expect(screen.getAllByRole('heading')).toHaveLength(1);
    expect(screen.getByText(/Not refreshed for now/)).toHaveTextContent(
      /^Loaded at [^.]+\. Not refreshed for now\.$/,
    );
  });
});

describe('trying again', () => {
  it('a write keeps its panel and the focus while TanStack has no error, and goes when it worked', async () => {
    const { cobalt, wrapper } = start();
    cobalt.faults.add({ status: 500, method: 'POST', times: 1 });
    cobalt.faults.add({ status: 500, method: 'POST', times: 1, delayMs: 100 });
    function Form(): ReactNode {
      const save = useCreateAsset();
      return (
        <>
          <button onClick={() => save.mutate({ title: 'A', asset_type: 'web' })}>Save</button>
          <CobaltErrorView
            error={save.error}
            onRetry={() => save.mutate(save.variables!)}
            isRetrying={save.isPending}
          />
        </>
      );
    }
    render(<Form />, { wrapper });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await pass();
    const button = screen.getByRole('button', { name: 'Try again safely' });
    button.focus();
    fireEvent.click(button);
    await pass();
    expect(button).toHaveTextContent('Trying…');
    expect(button).toHaveFocus();
    await pass(200);
    expect(button).toHaveTextContent('Try again safely');
    expect(screen.getByRole('link', { name: 'Report this' })).toBeVisible();
    fireEvent.click(button);
    await pass();
    expect(screen.queryByRole('group')).toBeNull();
    const keys = cobalt.requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('a load of something else does not keep an error that nobody tried again', () => {
    const { wrapper } = start();
    const { rerender, container } = render(<CobaltErrorView error={new InternalServerError(READ)} />, {
      wrapper,
    });
    expect(container).not.toBeEmptyDOMElement();
    rerender(<CobaltErrorView error={null} isRetrying />);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('the focus, when a panel goes', () => {
  function Page({ error }: { readonly error: AnyCobaltError | null }): ReactNode {
    return (
      <>
        <h1>Findings</h1>
        <button>Filter</button>
        <CobaltErrorView error={error} onRetry={() => undefined} />
      </>
    );
  }

  it('returns to where it was before', async () => {
    const { wrapper } = start();
    const { rerender } = render(<Page error={new InternalServerError(READ)} />, { wrapper });
    screen.getByText('Filter').focus();
    screen.getByText('Try again').focus();
    rerender(<Page error={null} />);
    await pass();
    expect(screen.getByText('Filter')).toHaveFocus();
  });

  it('goes to the heading of what came instead, when it was nowhere before', async () => {
    const { wrapper } = start();
    const { rerender } = render(<Page error={new InternalServerError(READ)} />, { wrapper });
    screen.getByText('Try again').focus();
    rerender(<Page error={null} />);
    await pass();
    expect(screen.getByText('Findings')).toHaveFocus();
  });

  it('does not move when it is elsewhere', async () => {
    const { wrapper } = start();
    const { rerender } = render(<Page error={new InternalServerError(READ)} />, { wrapper });
    screen.getByText('Try again').focus();
    screen.getByText('Filter').focus();
    rerender(<Page error={null} />);
    await pass();
    expect(screen.getByText('Filter')).toHaveFocus();
  });
});

describe('the words for a developer’s mistake', () => {
  it('does not need a provider for a look that needs no connection', () => {
    function Alone(): ReactNode {
      const [error] = useState(() => new InternalServerError(READ));
      return <CobaltErrorView error={error} />;
    }
    render(<Alone />);
    expect(screen.getByRole('group', { name: /had a problem/ })).toBeVisible();
  });
});
