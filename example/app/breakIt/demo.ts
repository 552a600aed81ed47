import { queryOptions } from '@tanstack/react-query';
import type { DemoState, FaultOrder } from '../../shared/demo.ts';

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: () => ask('GET', '/demo'),
  refetchInterval: 1000,
  staleTime: 0,
});

export function addFault(order: FaultOrder): Promise<DemoState> {
  return ask('POST', '/demo/faults', order);
}

export function removeFault(id: number): Promise<DemoState> {
  return ask('DELETE', `/demo/faults?id=${id}`);
}

export function revokeToken(): Promise<DemoState> {
  return ask('POST', '/demo/revoke');
}

export function resetDemo(): Promise<DemoState> {
  return ask('POST', '/demo/reset');
}

async function ask(method: string, path: string, body?: unknown): Promise<DemoState> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  if (!response.ok) throw new Error('The demo did not take this.');
  return (await response.json()) as DemoState;
}
