import { useSyncExternalStore } from 'react';

export const VIEWS = ['findings', 'assets', 'pentests'] as const;
export type View = (typeof VIEWS)[number];

/** What the address says; everything in it is a person's choice, and nothing of it is secret. */
export interface Place {
  readonly view: View;
  readonly org?: string;
  readonly finding?: string;
  readonly severity?: string;
  readonly state?: string;
  readonly sort?: string;
}

const listeners = new Set<() => void>();
let cached: { readonly search: string; readonly place: Place } | undefined;

/** The place that the address stands for. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace);
}

/** The address of this place with some of it changed; `undefined` takes a part out. */
export function hrefTo(change: { readonly [Part in keyof Place]?: Place[Part] | undefined }): string {
  const all = { ...currentPlace(), ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined && value !== '' && !(name === 'view' && value === 'findings'))
      query.set(name, value);
  }
  const search = query.toString();
  return search === '' ? '/' : `/?${search}`;
}

/** Goes there without a new page. `replace` leaves no step in the history: for filters. */
export function goTo(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function currentPlace(): Place {
  const { search } = location;
  if (cached?.search === search) return cached.place;
  const query = Object.fromEntries(new URLSearchParams(search));
  const view = VIEWS.find((name) => name === query['view']) ?? 'findings';
  const part = (name: string): object => (query[name] ? { [name]: query[name] } : {});
  const place: Place = {
    view,
    ...part('org'),
    ...part('finding'),
    ...part('severity'),
    ...part('state'),
    ...part('sort'),
  };
  cached = { search, place };
  return place;
}
