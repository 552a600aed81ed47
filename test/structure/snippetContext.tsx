import type { QueryClient as AQueryClient } from '@tanstack/react-query';
import type { AnyCobaltError, CobaltClient, DastScan, Finding as AFinding, useFindings } from 'cobalt-react';
import type { MockCobalt } from 'cobalt-react/testing';
import type { ReactNode } from 'react';

/** What examples take for granted: the app around them. Each name is used by one at least; a test says so. */

export {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  skipToken,
  useQueries,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
export { useId, useState } from 'react';
export { createRoot } from 'react-dom/client';

export declare const client: CobaltClient;
export declare const queryClient: AQueryClient;
export declare const cobalt: MockCobalt;
export declare const organization: { readonly id: string };
/** What `createCobaltProxy` gave. */
export declare function cobaltProxy(request: Request): Promise<Response>;
/** Next.js's. */
export declare function headers(): Promise<Headers>;

export declare const id: string;
export declare const finding: AFinding | undefined;
export declare const findings: readonly AFinding[];
export declare const scan: DastScan | undefined;
export declare const error: AnyCobaltError;
export declare const file: File;
export declare const image: File;

export declare function save(): void;
export declare function goBack(): void;
export declare function askOwner(): void;
export declare function openRequestDialog(): void;
export declare function showClock(until: number): void;
export declare function report(error: unknown): void;
/** Settles when the person has signed in, or closed the window. */
export declare function signInWindow(): Promise<boolean>;
export declare const vault: { readonly store: (secret: string) => Promise<void> };

export declare const token: string;
export declare const request: Request;
export declare function authorize(request: Request): boolean;
export declare function isSignedIn(request: Request): boolean;
export declare function getSession(request: Request): Promise<{ readonly role: string } | undefined>;

export declare function App(): ReactNode;
export declare function Header(): ReactNode;
export declare function Page(): ReactNode;
export declare function Findings(): ReactNode;
export declare function FindingPage(props: { readonly id: string }): ReactNode;
export declare function NoSuchFinding(): ReactNode;
export declare function Rows(props: { readonly data: ReturnType<typeof useFindings>['data'] }): ReactNode;
