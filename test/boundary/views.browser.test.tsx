import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  CobaltProvider,
  CobaltUI,
  createCobaltClient,
  type Presentation,
  TooManyRequestsError,
  useAsset,
  useFindings,
} from 'cobalt-react';
import 'cobalt-react/styles.css';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { allowConsole } from '../setup/console.ts';
import { looks, READ } from './errors.ts';

const TOKEN = 'mock-personal-token';

let mocks = 0;

beforeEach(async () => {
  allowConsole('error', /Error|error occurred in|Failed to load resource/i);
  allowConsole('warn', /error occurred in/i);
  document.documentElement.removeAttribute('style');
  await page.viewport(1024, 768);
});

/** A mock of the API of its own, over real HTTP. */
async function api(faults: object[] = []): Promise<{
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly Wrapper: (props: { readonly children: ReactNode }) => ReactNode;
}> {
  mocks += 1;
  const base = `${location.origin}/mock/boundary-${String(mocks)}`;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${base}/__mock/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? undefined : response.json();
  };
  await control('POST', 'reset');
  for (const fault of faults) await control('POST', 'faults', fault);
  const organizations = (await (
    await fetch(`${base}/orgs`, {
      headers: { Accept: 'application/vnd.cobalt.v2+json', Authorization: `Bearer ${TOKEN}` },
    }).catch(() => new Response('{}'))
  ).json()) as { data?: { resource: { id: string } }[] };
  await control('DELETE', 'requests');
  const id = organizations.data?.[0]?.resource.id;
  const client = createCobaltClient({ baseUrl: base, token: TOKEN, ...(id && { organization: { id } }) });
  const queryClient = new QueryClient();
  return {
    control,
    Wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <CobaltProvider client={client}>{children}</CobaltProvider>
      </QueryClientProvider>
    ),
  };
}

function Findings(): ReactNode {
  return <p>{useFindings({ limit: 5 }).data ? 'findings' : 'waiting'}</p>;
}

function Gallery({ presentation }: { readonly presentation: Presentation }): ReactNode {
  return Object.entries(looks).map(([name, { error }]) => (
    <section key={name} aria-label={name}>
      <CobaltErrorView
        error={error()}
        presentation={presentation}
        headingLevel={2}
        onRetry={() => undefined}
        dataUpdatedAt={presentation === 'strip' ? Date.now() : undefined}
      />
    </section>
  ));
}

async function problems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // A real page has one banner and a first heading; the gallery has every look at once.
    rules: {
      'landmark-unique': { enabled: false },
      'page-has-heading-one': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('behaviour 23: every look', () => {
  it.each(['inline', 'strip', 'banner', 'page'] as const)(
    'passes axe as %s, light and dark',
    async (presentation) => {
      const { Wrapper } = await api();
      render(<Gallery presentation={presentation} />, { wrapper: Wrapper });
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = scheme === 'dark' ? '#0d1117' : '#ffffff';
        expect(await problems(), scheme).toEqual([]);
      }
    },
  );

  it.each(['inline', 'strip', 'banner', 'page'] as const)(
    'fits into 320 pixels as %s',
    async (presentation) => {
      await page.viewport(320, 568);
      const { Wrapper } = await api();
      const { container } = render(<Gallery presentation={presentation} />, { wrapper: Wrapper });
      for (const details of container.querySelectorAll('details')) details.open = true;
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      const clipped = [...container.querySelectorAll('[data-part="root"]')].filter(
        (root) => root.scrollWidth > root.clientWidth,
      );
      expect(clipped).toEqual([]);
    },
  );

  it.each([
    ['block', { display: 'block' }],
    ['a row', { display: 'flex' }],
    [
      'a column that does not stretch',
      { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
    ],
    ['a grid that does not stretch', { display: 'grid', justifyItems: 'start' }],
    ['a grid of one column', { display: 'grid', gridTemplateColumns: '1fr' }],
    ['an inline block', { display: 'inline-block' }],
    ['a float', { float: 'left' }],
    ['a centred item', { display: 'flex', justifyContent: 'center' }],
  ] as const)('keeps its margin and its width in %s', async (_, style) => {
    for (const viewport of [320, 1024]) {
      await page.viewport(viewport, 568);
      const { Wrapper } = await api();
      const sheet = document.head.appendChild(document.createElement('style'));
      sheet.textContent = '[data-cobalt] { margin: 16px; }';
      const { container, unmount } = render(
        <div style={{ display: 'flex' }}>
          <div style={style} data-testid="parent">
            <CobaltErrorView error={looks['500 read']!.error()} />
          </div>
        </div>,
        { wrapper: Wrapper },
      );
      const outer = container.firstElementChild!.getBoundingClientRect();
      const panel = container.querySelector('[data-part="root"]')!.getBoundingClientRect();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(viewport);
      expect(panel.left - outer.left).toBeGreaterThanOrEqual(16);
      expect(outer.right - panel.right).toBeGreaterThanOrEqual(16);
      expect(panel.width).toBeGreaterThan(200);
      unmount();
      sheet.remove();
    }
  });

  it('fills a page, a row and a column, less its margin', async () => {
    const { Wrapper } = await api();
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = '[data-cobalt] { margin: 16px; }';
    for (const style of [
      { display: 'block' },
      { display: 'flex' },
      { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
      { display: 'grid', justifyItems: 'start' },
    ] as const) {
      const { container, unmount } = render(
        <div style={style}>
          <CobaltErrorView error={looks['500 read']!.error()} />
        </div>,
        { wrapper: Wrapper },
      );
      const parent = container.firstElementChild!.getBoundingClientRect();
      const panel = container.querySelector('[data-part="root"]')!.getBoundingClientRect();
      expect(panel.width, JSON.stringify(style)).toBe(parent.width - 32);
      unmount();
    }
    sheet.remove();
  });

  it('breaks the lines of a body well', async () => {
    const { Wrapper } = await api();
    const { container } = render(<CobaltErrorView error={looks['500 read']!.error()} />, {
      wrapper: Wrapper,
    });
    expect(getComputedStyle(container.querySelector('[data-part="body"]')!)).toHaveProperty(
      'textWrap',
      'pretty',
    );
  });

  it('has no target below 24 pixels', async () => {
    const { Wrapper } = await api();
    const { container } = render(<Gallery presentation="inline" />, { wrapper: Wrapper });
    const small = [...container.querySelectorAll('button, summary, input')].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().height < 24,
    );
    expect(small).toEqual([]);
  });

  it('leaves the last word to an app’s own rules, without !important', async () => {
    const { Wrapper } = await api();
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '.mine { color: rgb(1, 2, 3); }';
    const { error } = looks['404']!;
    render(
      <div className="mine-outside">
        <CobaltErrorView error={error()} />
      </div>,
      { wrapper: Wrapper },
    );
    const title = screen.getByRole('heading');
    title.classList.add('mine');
    expect(getComputedStyle(title).color).toBe('rgb(1, 2, 3)');
    style.remove();
  });

  it('takes its colours from variables of any ancestor', async () => {
    const { Wrapper } = await api();
    document.documentElement.style.setProperty('--cobalt-neutral-bg', 'rgb(9, 8, 7)');
    const { container } = render(<CobaltErrorView error={looks['404']!.error()} />, { wrapper: Wrapper });
    expect(getComputedStyle(container.querySelector('[data-part="root"]')!).backgroundColor).toBe(
      'rgb(9, 8, 7)',
    );
  });
});

describe('behaviour 10: a countdown', () => {
  it('moves nothing while it ticks', async () => {
    const { Wrapper } = await api();
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    render(<CobaltErrorView error={new TooManyRequestsError({ ...READ, retryAt: Date.now() + 11_500 })} />, {
      wrapper: Wrapper,
    });
    const timer = screen.getByRole('timer');
    const { width } = timer.getBoundingClientRect();
    observer.observe({ type: 'layout-shift' });
    await waitFor(() => expect(timer).toHaveTextContent(/(^|\D)9 seconds/), { timeout: 5000 });
    expect(timer.getBoundingClientRect().width).toBe(width);
    observer.disconnect();
    expect(shift).toBe(0);
  });
});

describe('fault → view → data, over real HTTP and without a reload', () => {
  const open = (Wrapper: (props: { readonly children: ReactNode }) => ReactNode): void => {
    render(
      <CobaltUI>
        <h1>Desk</h1>
        <CobaltErrorBoundary>
          <Findings />
        </CobaltErrorBoundary>
      </CobaltUI>,
      { wrapper: Wrapper },
    );
  };

  it('behaviour 4: a 509 counts down and comes back by itself', async () => {
    const { Wrapper, control } = await api([
      { status: 509, times: 1, path: '/findings', headers: { 'Retry-After': '2' } },
    ]);
    open(Wrapper);
    await screen.findByRole('region', { name: /Loading is paused/ });
    await screen.findByText('findings', undefined, { timeout: 8000 });
    expect(screen.queryByRole('region')).toBeNull();
    const requests = (await control('GET', 'requests')) as { path: string }[];
    expect(requests.filter(({ path }) => path === '/findings')).toHaveLength(2);
  });

  it('behaviour 6: a 401 takes a new token', async () => {
    const { Wrapper, control } = await api();
    await control('POST', 'tokens', ['another-token']);
    open(Wrapper);
    const field = await screen.findByLabelText('New API token');
    await userEvent.type(field, 'another-token{Enter}');
    await screen.findByText('findings');
    expect(screen.queryByRole('region')).toBeNull();
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('behaviour 13: a 503 checks by itself, and can be checked at once', async () => {
    const { Wrapper, control } = await api();
    await control('POST', 'faults', { status: 503 });
    open(Wrapper);
    await screen.findByRole('region', { name: /planned work/ });
    await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
    expect(screen.getByRole('region', { name: /planned work/ })).toBeVisible();
    await control('DELETE', 'faults');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Check now/ })).not.toHaveAttribute('aria-disabled'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
    await screen.findByText('findings');
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('a cut connection keeps the focus on its button until the data is there', async () => {
    const { Wrapper, control } = await api();
    const stop = { cut: true, path: '/assets/as_1' };
    await control('POST', 'faults', stop);
    function Asset(): ReactNode {
      return <p>{useAsset('as_1', { retry: false }).data ? 'asset' : 'waiting'}</p>;
    }
    render(
      <CobaltErrorBoundary>
        <Asset />
      </CobaltErrorBoundary>,
      { wrapper: Wrapper },
    );
    const button = await screen.findByRole('button', { name: 'Try again' });
    button.focus();
    for (let time = 0; time < 2; time++) {
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(button).toHaveTextContent('Try again'));
      expect(button).toHaveFocus();
    }
    await control('DELETE', 'faults');
    await control('POST', 'faults', { status: 404, path: '/assets/as_1' });
    await userEvent.keyboard('{Enter}');
    await screen.findByText("We couldn't find this");
  });
});
