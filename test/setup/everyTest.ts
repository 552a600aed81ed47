import { afterAll, afterEach, vi } from 'vitest';
import { checkConsole, watchConsole } from './console.ts';

watchConsole();

afterEach(() => {
  vi.useRealTimers();
  checkConsole();
});

// What is printed after the last test belongs to its file.
afterAll(checkConsole);
