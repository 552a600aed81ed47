import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CobaltProvider, isCobaltError } from 'cobalt-react';
// First, so that it says in which order the layers of the two style sheets stand.
import './styles/layers.css';
import 'cobalt-react/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { client } from './client.ts';
import { LastResort } from './layout/LastResort.tsx';
import { applyTheme } from './layout/theme.ts';
import './styles/index.css';

applyTheme();
const queryClient = new QueryClient({
  // Cobalt counts 100 reads a minute for all of a person's tools: a page that was just read is not asked for again.
  defaultOptions: { queries: { staleTime: 30_000 } },
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root, {
  // What a boundary shows needs no second place; a programming error does.
  onCaughtError: (error) => {
    if (!isCobaltError(error)) console.error(error);
  },
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <CobaltProvider client={client}>
        <LastResort>
          <App />
        </LastResort>
      </CobaltProvider>
    </QueryClientProvider>
  </StrictMode>,
);
