import type { BrowserContext, Page } from 'playwright';

export interface Watch {
  /** What no page may do: open a dialog, ask another origin, break its policy, fail. In words, with what did it. */
  readonly problems: string[];
  /** Requests to other origins that were allowed, in order. */
  readonly foreign: string[];
}

/** Watches a page from its first moment on. A request to another origin is answered with a picture where allowed, else refused. */
export async function watch(
  context: BrowserContext,
  page: Page,
  origin: string,
  isAllowed: (url: string) => boolean = () => false,
): Promise<Watch> {
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => problems.push(`popup: ${popup.url()}`));
  page.on('pageerror', (error) => problems.push(`error: ${String(error.stack)}`));
  page.on('console', (message) => {
    const text = message.text();
    // The browser notes every answer from 400 up, and a picture that failed.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      problems.push(`console: ${text}`);
    const policy = text.startsWith('POLICY ');
    if (policy) problems.push(text);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) problems.push(`frame: ${frame.url()}`);
    else if (frame.url() !== 'about:blank' && new URL(frame.url()).origin !== origin)
      problems.push(`navigation: ${frame.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.info(`POLICY ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const url = route.request().url();
      if (!isAllowed(url)) {
        problems.push(`request: ${url}`);
        await route.abort();
        return;
      }
      foreign.push(url);
      await route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      });
    },
  );
  return { problems, foreign };
}

/** What stands in the page and must not, in words. Runs in the page. */
export function intruders(): string[] {
  const found: string[] = [];
  const own = new Set(['SCRIPT', 'LINK', 'META', 'STYLE']);
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toUpperCase();
    const isInHead = element.parentElement === document.head || element.matches('body > script');
    if (own.has(name) && !isInHead) found.push(`<${name}>`);
    if (/^(IFRAME|FRAME|OBJECT|EMBED|BASE|APPLET|MATH|MARQUEE|VIDEO|AUDIO|SOURCE|PORTAL)$/.test(name))
      found.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || attribute === 'srcdoc') found.push(`${name} ${attribute}`);
      if (!/^(href|src|action|formaction|xlink:href|data|poster|srcset)$/i.test(attribute)) continue;
      const { protocol, username } = new URL(value, location.href);
      if (!/^(https?|mailto):$/.test(protocol) || username) found.push(`${name} ${attribute}=${value}`);
      const isForeign = protocol !== 'mailto:' && new URL(value, location.href).origin !== location.origin;
      if (name === 'A' && isForeign) {
        const rel = element.getAttribute('rel') ?? '';
        if (protocol !== 'https:' || !/noreferrer/.test(rel)) found.push(`A ${value} rel=${rel}`);
      }
    }
  }
  if ('owned' in window || 'owned' in {}) found.push('owned');
  if (document.cookie.includes('owned')) found.push('cookie');
  return found;
}
