import { type CreateAssetParams, isCobaltError, useCreateAsset } from 'cobalt-react';
import { createContext, type ReactNode, useContext, useRef } from 'react';
import { isSame } from './draft.ts';

type Creation = ReturnType<typeof useCreateAsset>;
type Callbacks = Parameters<Creation['mutate']>[1];

interface AssetCreationValue {
  readonly create: Creation;
  readonly submit: (params: CreateAssetParams, callbacks: Callbacks) => void;
}

const CreationContext = createContext<AssetCreationValue | undefined>(undefined);

/**
 * Keeps what became of the last submission while other pages are shown: an answer that is lost meanwhile is told on the way back. Who
 * submits the same again submits the same object, so its idempotency key goes along and nothing is made twice.
 */
export function AssetCreation({ children }: { readonly children: ReactNode }): ReactNode {
  const create = useCreateAsset();
  const last = useRef<CreateAssetParams>(undefined);

  function submit(params: CreateAssetParams, callbacks: Callbacks): void {
    const { error } = create;
    const safeUntil = isCobaltError(error) ? error.retrySafeUntil : undefined;
    // Its key is dead, and the notice asked the person to look first: this is a new submission.
    const isDead = safeUntil !== undefined && safeUntil < Date.now();
    const isKnown = last.current !== undefined && isSame(last.current, params) && !isDead;
    last.current = isKnown ? last.current : { ...params };
    create.mutate(last.current as CreateAssetParams, callbacks);
  }

  return <CreationContext.Provider value={{ create, submit }}>{children}</CreationContext.Provider>;
}

export function useAssetCreation(): AssetCreationValue {
  const creation = useContext(CreationContext);
  if (!creation) throw new Error('The form stands inside of AssetCreation.');
  return creation;
}
