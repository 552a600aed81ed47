import { extractText, getDocumentProxy } from 'unpdf';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Prints a page on paper, without the colours of its backgrounds as browsers do, and reads what stands there. */
    printedText: (html: string) => Promise<string>;
  }
}

export const printedText: BrowserCommand<[html: string]> = async ({ context }, html) => {
  const page = await context.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ format: 'A4' });
  await page.close();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
};
