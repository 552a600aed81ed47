import { hydrateRoot } from 'react-dom/client';
import { Page, type PageProps } from './hydrate.tsx';

declare global {
  var hydrate: (props: PageProps) => void;
}

globalThis.hydrate = (props) => {
  hydrateRoot(document.getElementById('root')!, <Page {...props} />, {
    onRecoverableError: (error) => console.error('recovered', error),
  });
};
