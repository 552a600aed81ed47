import { useDastTarget } from 'cobalt-react';
import { plain } from '../text/names.ts';
import { ALL_TARGETS } from './TargetList.tsx';

/** The name of one target, an extra: its failure shows nowhere, and what is no identifier is not asked for. */
export function useTargetName(id: unknown): string | undefined {
  const isOne = typeof id === 'string' && id !== '' && id !== ALL_TARGETS;
  const { data } = useDastTarget(isOne ? { id } : undefined, { throwOnError: false });
  return data && plain(data.name);
}
