import { document } from './virtualTime.mjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

const WIDGETS_PER_PANEL = 25;

/** Puts so many widgets on a page, each of which holds one query, and notes which of them ever showed what. */
export function showWidgets({ provide, Frame = Plain, useRead, isCooldown }, count) {
  const shown = { data: new Set(), cooldown: new Set(), failure: new Set() };
  const showsError = (id, error) => shown[isCooldown(error) ? 'cooldown' : 'failure'].add(id);

  function Widget({ id }) {
    const { data, error } = useRead(id);
    useEffect(() => {
      if (data?.id === id) shown.data.add(id);
      else if (error) showsError(id, error);
    }, [id, data, error]);
    return null;
  }

  const widgets = Array.from({ length: count }, (_, index) => {
    const id = `vl_${index + 1}`;
    const onError = (error) => showsError(id, error);
    return createElement(Frame, { key: id, onError }, createElement(Widget, { id }));
  });
  const queryClient = new QueryClient();
  const root = createRoot(document.createElement('div'), { onCaughtError: () => {} });
  root.render(createElement(QueryClientProvider, { client: queryClient }, provide(inPanels(widgets))));
  return {
    shown,
    close() {
      root.unmount();
      queryClient.clear();
    },
  };
}

// React looks at every sibling of what changes: in one long row most of the time would go there.
function inPanels(widgets) {
  const panels = [];
  for (let first = 0; first < widgets.length; first += WIDGETS_PER_PANEL) {
    panels.push(createElement(Plain, { key: first }, widgets.slice(first, first + WIDGETS_PER_PANEL)));
  }
  return panels;
}

function Plain({ children }) {
  return children;
}
