'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** The value of the last render, for an effect that must not run anew because of it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
