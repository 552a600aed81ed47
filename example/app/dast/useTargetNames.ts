import { useInfiniteDastTargets } from 'cobalt-react';
import { plain } from '../text/names.ts';

/** Target → its name, from the list beside; without it the scans are shown all the same. */
export function useTargetNames(): ReadonlyMap<string, string> {
  const { data } = useInfiniteDastTargets({ limit: 100 }, { throwOnError: false });
  return new Map(data?.items.map(({ id, name }) => [id, plain(name)]));
}
