import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

interface AppFrameProps {
  readonly title: string;
  /** In the order in which the app loads them, which is the order of their layers. */
  readonly styles: readonly string[];
  readonly theme: string;
  readonly direction: string;
  readonly children: (page: Document) => ReactNode;
}

/**
 * A page of its own inside the story: nothing that an app brings along (a reset, its layers, its own head) reaches the other
 * stories, and nothing of Storybook's reaches it.
 */
export function AppFrame({ title, styles, theme, direction, children }: AppFrameProps): ReactNode {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const [page, setPage] = useState<Document>();

  useEffect(() => {
    if (!page) return;
    const sheets = styles.map((css) => {
      const sheet = page.createElement('style');
      sheet.textContent = css;
      return sheet;
    });
    page.head.prepend(...sheets);
    return () => {
      for (const sheet of sheets) sheet.remove();
    };
  }, [page, styles]);

  useEffect(() => {
    if (!page) return;
    const html = page.documentElement;
    html.setAttribute('dir', direction);
    // As an app does that knows light and dark; the views follow it by themselves.
    html.style.setProperty('color-scheme', theme === 'system' ? 'light dark' : theme);
  }, [page, theme, direction]);

  useEffect(() => {
    if (!page || !frame) return;
    const grow = new ResizeObserver(() => {
      frame.style.blockSize = `${String(page.documentElement.offsetHeight)}px`;
    });
    grow.observe(page.documentElement);
    return () => {
      grow.disconnect();
    };
  }, [page, frame]);

  return (
    <iframe
      ref={setFrame}
      title={title}
      srcDoc={`<!doctype html><html lang="en"><title>${title}</title><body></body></html>`}
      style={{ display: 'block', inlineSize: '100%', minBlockSize: '100vh', border: 0 }}
      onLoad={() => setPage(frame?.contentDocument ?? undefined)}
    >
      {page && createPortal(children(page), page.body)}
    </iframe>
  );
}
