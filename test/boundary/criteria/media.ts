import { cdp } from 'vitest/browser';

interface Media {
  readonly type?: 'print';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'forced-colors'?: 'active';
  readonly 'prefers-reduced-motion'?: 'reduce';
}

/** What the system of the person says, until it is said again: nothing at all with `{}`. */
export async function emulateMedia({ type, ...features }: Media): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    media: type ?? '',
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
