'use client';

import { createContext, useContext } from 'react';
import type { StoryWorld } from './world.ts';

export const WorldContext = createContext<StoryWorld | undefined>(undefined);

/**
 * The world of the story that this component is in: its mock, its client, and what a person could do about a failure.
 *
 * @example
 * function SignIn() {
 *   const { signIn } = useStoryWorld();
 *   return <button onClick={signIn}>Sign in again</button>;
 * }
 */
export function useStoryWorld(): StoryWorld {
  const world = useContext(WorldContext);
  if (!world) throw new Error('This component is not inside of a story with cobaltDecorator().');
  return world;
}
