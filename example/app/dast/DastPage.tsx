import type { ReactNode } from 'react';
import { openPage, type Place } from '../state/url.ts';
import { DastFindingsPage } from './DastFindingsPage.tsx';
import { ScansPage } from './ScansPage.tsx';

/** The scanner's targets and scans, or what it found. */
export function DastPage({ place }: { readonly place: Place }): ReactNode {
  return openPage(place) === undefined ? <ScansPage place={place} /> : <DastFindingsPage place={place} />;
}
