import { hydrateRoot } from 'react-dom/client';
import { Page } from './hydrate.tsx';

declare global {
  var hydrate: (locale: string, now: number) => void;
}

globalThis.hydrate = (locale, now) => {
  hydrateRoot(document.getElementById('root')!, <Page locale={locale} now={now} />, {
    onRecoverableError: (error) => console.error('recovered', error),
  });
};
