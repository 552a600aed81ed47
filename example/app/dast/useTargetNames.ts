import { useInfiniteDastTargets } from 'cobalt-react';
import { plain } from '../text/names.ts';

/** Target → its name, from the list beside; `undefined` while it loads. Where it failed, scans go without names. */
export function useTargetNames(): ReadonlyMap<string, string> | undefined {
  const { data, isPending } = useInfiniteDastTargets({ limit: 100 }, { throwOnError: false });
  return isPending ? undefined : new Map(data?.items.map(({ id, name }) => [id, plain(name)]));
}
