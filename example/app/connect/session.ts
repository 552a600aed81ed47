import { queryOptions } from '@tanstack/react-query';
import type { SessionInfo } from '../../shared/demo.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/session', { signal });
    if (!response.ok) throw new Error('The demo’s own server does not answer.');
    return (await response.json()) as SessionInfo;
  },
});

/** Hands a token to the server's session; gives the sentence of a refusal. The token is kept nowhere in this page. */
export async function connect(token: string): Promise<string | undefined> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) return undefined;
    const { message } = (await response.json()) as { message?: string };
    return message ?? 'The token could not be connected.';
  } catch {
    return 'This demo’s own server could not be reached. Is it still running?';
  }
}

export async function disconnect(): Promise<void> {
  await fetch('/session', { method: 'DELETE' });
}
