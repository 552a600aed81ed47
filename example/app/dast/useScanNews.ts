import type { DastScan } from 'cobalt-react';
import { useState } from 'react';
import { plain, sentence } from '../text/names.ts';

/** What became of the scans since the last look, in words for a screen reader; empty until something changes. */
export function useScanNews(
  scans: readonly DastScan[] | undefined,
  names: ReadonlyMap<string, string> | undefined,
): string {
  const [seen, setSeen] = useState(scans);
  const [news, setNews] = useState('');
  if (scans !== seen) {
    setSeen(scans);
    const before = new Map(seen?.map(({ id, status }) => [id, status]));
    const changed = (scans ?? []).filter(({ id, status }) => before.has(id) && before.get(id) !== status);
    if (changed.length > 0) {
      setNews(
        changed
          .map(
            ({ target_id: target, status }) => `${names?.get(target) ?? plain(target)}: ${sentence(status)}`,
          )
          .join('. '),
      );
    }
  }
  return news;
}
