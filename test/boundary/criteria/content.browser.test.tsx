import { act } from '@testing-library/react';
import {
  CobaltErrorBoundary,
  CobaltErrorView,
  InternalServerError,
  NotFoundError,
  useFindings,
} from 'cobalt-react';
import 'cobalt-react/styles.css';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page as viewport } from 'vitest/browser';
import { pass } from '../../query/start.tsx';
import { looks } from '../errors.ts';
import { openPage, press, seconds, stopTheClock } from './page.tsx';

beforeEach(async () => {
  stopTheClock();
  await viewport.viewport(1024, 768);
});

describe('criterion 16: nothing goes by the clock', () => {
  it('every error is still there after ten minutes, and the page has gone nowhere', async () => {
    const left = vi.fn();
    window.addEventListener('beforeunload', left);
    const { container } = openPage(
      Object.values(looks).map(({ error }, index) => (
        <CobaltErrorView key={index} error={error()} onRetry={() => undefined} onDismiss={() => undefined} />
      )),
    );
    const address = location.href;
    const panels = [...container.querySelectorAll('[data-part="root"]')];
    expect(panels).toHaveLength(Object.keys(looks).length);
    await seconds(600);
    expect(panels.every((panel) => panel.isConnected && panel.checkVisibility())).toBe(true);
    expect(location.href).toBe(address);
    expect(left).not.toHaveBeenCalled();
    window.removeEventListener('beforeunload', left);
  });
});

describe('criterion 18: what was loaded stays', () => {
  function Desk(): ReactNode {
    const { data, error, refetch, isFetching, dataUpdatedAt } = useFindings({ limit: 50 });
    return (
      <>
        <CobaltErrorView
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
          dataUpdatedAt={dataUpdatedAt}
        />
        <ul aria-label="rows">
          {data?.items.map(({ id, title }) => (
            <li key={id} style={{ blockSize: 60 }}>
              {title}
            </li>
          ))}
        </ul>
      </>
    );
  }

  it.each([500, 502, 404, 403, 429, 503, 401])(
    'a refetch that answers %i: the same nodes, their age, the same place',
    async (status) => {
      const { cobalt, queryClient } = openPage(
        <CobaltErrorBoundary>
          <Desk />
        </CobaltErrorBoundary>,
      );
      await pass(1000);
      const rows = [...document.querySelectorAll('[aria-label="rows"] > li')];
      expect(rows.length).toBeGreaterThan(20);
      const loadedAt = new Date().toLocaleTimeString('en-US', { timeStyle: 'short' });
      rows[12]!.scrollIntoView();
      await seconds(300);
      const top = rows[12]!.getBoundingClientRect().top;
      cobalt.faults.add({ status });
      await act(async () => void queryClient.refetchQueries());
      await seconds(8);
      expect([...document.querySelectorAll('[aria-label="rows"] > li')]).toEqual(rows);
      expect(document.querySelector('[data-part="stale-stamp"]')).toHaveTextContent(`Loaded at ${loadedAt}`);
      expect(Math.abs(rows[12]!.getBoundingClientRect().top - top)).toBeLessThan(1);
    },
  );
});

describe('criterion 21: long text without a break', () => {
  const long = 'x'.repeat(240);

  it.each([320, 1024])('wraps at %i pixels, and is copied in full', async (width) => {
    await viewport.viewport(width, 640);
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    const error = new InternalServerError({
      method: 'GET',
      path: `/findings/${long}`,
      requestId: `req-${long}`,
    });
    const { container } = openPage(
      <>
        <CobaltErrorView error={error} />
        {(['inline', 'strip', 'banner', 'page'] as const).map((presentation) => (
          <CobaltErrorView
            key={presentation}
            error={new NotFoundError({ method: 'GET', path: `/findings/${long}`, requestId: long })}
            messages={{ 'notFound.title': long, 'notFound.body': long }}
            presentation={presentation}
            onDismiss={() => undefined}
            dataUpdatedAt={Date.now()}
          />
        ))}
      </>,
      { service: long, onSwitchOrganization: () => undefined },
    );
    for (const details of container.querySelectorAll('details')) details.open = true;
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const element of container.querySelectorAll<HTMLElement>('[data-cobalt] *')) {
      // Said, not seen.
      if (element.closest('[data-part="severity-label"], [data-part="hint"], svg')) continue;
      expect(
        element.scrollWidth - element.clientWidth <= 0 || element.clientWidth === 0,
        element.outerHTML,
      ).toBe(true);
    }
    await press('Copy details');
    await pass(10);
    expect(copied[0]).toContain(`Path: /findings/${long}\n`);
    expect(copied[0]).toContain(`Request ID: req-${long}\n`);
  });
});
