import { type Browser, chromium } from 'playwright';
import { chromiumFlags, findBrowser } from './findBrowser.mjs';

/** A browser of the test's own, to be driven from outside. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
}
