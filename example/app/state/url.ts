import { useSyncExternalStore } from 'react';

/** The pages, in the order of the navigation. */
export const VIEW_NAMES = {
  findings: 'Findings',
  assets: 'Assets',
  pentests: 'Pentests',
  dast: 'DAST',
} as const;
export type View = keyof typeof VIEW_NAMES;
export const VIEWS = Object.keys(VIEW_NAMES) as readonly View[];

/** What the address says; everything in it is a person's choice, and nothing of it is secret. */
export interface Place {
  readonly view: View;
  readonly org?: string;
  readonly finding?: string;
  /** Open on its own page; on the page of findings a filter. */
  readonly pentest?: string;
  /** Whose scans are shown, or what the scanner found there. */
  readonly target?: string;
  /** Whose findings are shown instead of scans. */
  readonly scan?: string;
  /** `findings` of the target instead of its scans. */
  readonly show?: string;
  /** Open beside them. */
  readonly dast_finding?: string;
  readonly severity?: string;
  readonly state?: string;
  readonly sort?: string;
}

const PARTS = [
  'org',
  'finding',
  'pentest',
  'target',
  'scan',
  'show',
  'dast_finding',
  'severity',
  'state',
  'sort',
] as const;

/** From what the scanner found back to the scans. */
export const SCANS = { scan: undefined, show: undefined, dast_finding: undefined } as const;

/** Without whatever is open: the way to a page from anywhere. */
export const NOTHING_OPEN = {
  finding: undefined,
  pentest: undefined,
  target: undefined,
  ...SCANS,
} as const;

/** The entry of all findings of a target, or of all targets. */
export const DAST_FINDINGS = 'findings';

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

/** What is open in place of the page's first list, by the name of its entry there. */
export function openPage({ view, pentest, scan, show, dast_finding: finding }: Place): string | undefined {
  if (view === 'pentests') return pentest;
  if (view !== 'dast') return undefined;
  return scan ?? (show === 'findings' || finding !== undefined ? DAST_FINDINGS : undefined);
}

/** One step up: from an open finding to its list, from anything else to the page. */
export function backHref({ view, scan, dast_finding: finding }: Place): string {
  if (view === 'findings') return hrefTo({ finding: undefined });
  if (view === 'dast' && finding !== undefined) return dastListHref(scan);
  return hrefTo(NOTHING_OPEN);
}

/** The list that an open finding of the scanner stands in: all findings where the address names no other. */
export function dastListHref(scan: string | undefined): string {
  return hrefTo({ dast_finding: undefined, show: scan === undefined ? 'findings' : undefined });
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
  const query = new URLSearchParams(search);
  const view = VIEWS.find((name) => name === query.get('view')) ?? 'findings';
  const parts = PARTS.flatMap((name) => {
    const value = query.get(name);
    return value ? [[name, value] as const] : [];
  });
  const place: Place = { view, ...Object.fromEntries(parts) };
  cached = { search, place };
  return place;
}
