import { plain } from './staticFiles.ts';

/** A picture in place of a file that the mock only names: of one colour per file, so that two can be told apart. */
export function drawAttachment(path: string): Response {
  const id = /\/(at_\w+)$/.exec(path)?.[1];
  if (id === undefined) return plain(404, 'Not found.');
  const hue = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const line = (y: number, width: number): string =>
    `<rect x="28" y="${y}" width="${width}" height="10" rx="5" fill="hsl(${hue} 30% 72%)"/>`;
  return plain(
    200,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 200" width="480" height="200">
<rect width="480" height="200" rx="8" fill="hsl(${hue} 35% 94%)"/>
<path d="M0 8a8 8 0 0 1 8-8h464a8 8 0 0 1 8 8v20H0z" fill="hsl(${hue} 30% 82%)"/>
${line(52, 300)}${line(76, 380)}${line(100, 240)}
<rect x="28" y="130" width="424" height="42" rx="5" fill="hsl(${hue} 45% 86%)" stroke="hsl(${hue} 50% 45%)" stroke-width="2"/>
<text x="42" y="157" font-family="monospace" font-size="15" fill="hsl(${hue} 60% 25%)">${id}</text>
</svg>`,
    'svg',
  );
}
