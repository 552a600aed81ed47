/** Path → content, as Vite built it. */
export type PageFiles = ReadonlyMap<string, string | Uint8Array>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** Where images may come from: this server alone, or also the files of findings, whose host Cobalt does not name. */
export type ImageSources = "'self'" | "'self' https:";

/** No inline script or style, no eval, nothing from elsewhere: texts of findings are attacks, and stay texts. */
const policy = (images: ImageSources): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${images}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const SAFETY = {
  'Content-Security-Policy': policy("'self'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Answers with a file of the page; the page itself for `/`. */
export function answerFile(files: PageFiles, method: string, path: string, images: ImageSources): Response {
  const name = path === '/' ? '/index.html' : path;
  const content = files.get(name);
  if (content === undefined) return plain(404, 'Not found.');
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET.');
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(method === 'HEAD' ? null : (content as BodyInit), {
    headers: {
      ...SAFETY,
      'Content-Security-Policy': policy(images),
      'Content-Type': type,
      // Names below /assets/ hold a hash of their content.
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  });
}

/** A short answer as text, or of another type, with the same safety. */
export function plain(status: number, text: string, type: keyof typeof TYPES = 'txt'): Response {
  return new Response(text, { status, headers: { ...SAFETY, 'Content-Type': TYPES[type] ?? '' } });
}
