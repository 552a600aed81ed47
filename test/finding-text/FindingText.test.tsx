import { fireEvent, render } from '@testing-library/react';
import type { FindingAttachment } from 'cobalt-react';
import { FindingText } from 'cobalt-react/finding-text';
import { renderToString } from 'react-dom/server';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';

const SHOT: FindingAttachment = {
  id: 'at_shot1',
  file_name: 'evidence.png',
  download_url: 'https://files.example/at_shot1/evidence.png?signature=a',
};
const OTHER: FindingAttachment = {
  id: 'at_other_2',
  file_name: 'other.png',
  download_url: 'https://files.example/at_other_2/other.png?signature=a',
};

/** What stands inside of the text, as HTML. */
function htmlOf(text: string, props: Partial<Parameters<typeof FindingText>[0]> = {}): string {
  const { container } = render(<FindingText text={text} {...props} />);
  return container.querySelector('[data-cobalt-finding-text]')!.innerHTML;
}

describe('the markdown of a finding', () => {
  it.each([
    ['emphasis', 'a **b** *c*', '<p dir="auto">a <strong>b</strong> <em>c</em></p>'],
    ['a heading', '# A\n\n### B', '<h4 dir="auto">A</h4>\n<h6 dir="auto">B</h6>'],
    [
      'a code block',
      '```http\nGET / HTTP/1.1\n```',
      '<pre dir="ltr"><code class="language-http">GET / HTTP/1.1\n</code></pre>',
    ],
    ['a list', '1. a\n2. b', '<ol>\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ol>'],
    [
      'a table',
      '|a|b|\n|-|-|\n|1|**2**|',
      '<table><thead><tr><th dir="auto">a</th><th dir="auto">b</th></tr></thead><tbody><tr><td dir="auto">1</td><td dir="auto"><strong>2</strong></td></tr></tbody></table>',
    ],
    [
      'tasks',
      '- [x] a\n- [ ] b',
      '<ul class="contains-task-list">\n<li class="task-list-item" dir="auto"><span data-part="task">☑</span> a</li>\n<li class="task-list-item" dir="auto"><span data-part="task">☐</span> b</li>\n</ul>',
    ],
    ['a struck word', '~~a~~', '<p dir="auto"><del>a</del></p>'],
    [
      'a footnote, which stays text',
      'a[^1]\n\n[^1]: b c',
      '<p dir="auto">a[^1]</p>\n<p dir="auto">[^1]: b c</p>',
    ],
  ])('has %s', (_name, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  it('begins its headings at the level that fits the page', () => {
    expect(htmlOf('# A\n\n## B', { headingLevel: 2 })).toBe('<h2 dir="auto">A</h2>\n<h3 dir="auto">B</h3>');
  });

  it.each([undefined, null, ''])('is nothing for %j', (text) => {
    const { container } = render(<FindingText text={text} />);
    expect(container).toBeEmptyDOMElement();
  });

  it('takes the attributes of its element', () => {
    const { container } = render(<FindingText text="a" className="prose" id="x" />);
    expect(container.firstElementChild).toHaveClass('prose');
    expect(container.firstElementChild).toHaveAttribute('id', 'x');
  });

  it('is rendered on a server', () => {
    expect(
      renderToString(<FindingText text={`**a** <CobaltImageAttachment ${SHOT.id}>`} attachments={[SHOT]} />),
    ).toContain('<strong>a</strong> <img src="https://files.example/at_shot1/evidence.png?signature=a"');
  });
});

describe('HTML in a text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    '<style>*{display:none}</style>',
    '<!-- a comment -->',
    '<a href="javascript:alert(1)" onmouseover="alert(2)">hover</a>',
    '<div>\n<b onclick=alert(1)>x</b>\n</div>',
  ])('is shown as it is: %s', (text) => {
    const { container } = render(<FindingText text={text} />);
    expect(container.textContent).toBe(text);
    expect(container.querySelectorAll('p *')).toHaveLength(0);
  });
});

describe('a link', () => {
  it('over https opens apart from the page', () => {
    expect(htmlOf('[a](https://x.example/b?c=d "e")')).toBe(
      '<p dir="auto"><a href="https://x.example/b?c=d" target="_blank" rel="noopener noreferrer nofollow">a</a></p>',
    );
    expect(htmlOf('see https://x.example/y')).toContain('<a href="https://x.example/y" target="_blank"');
  });

  it.each([
    ['[a](javascript:alert(1))', 'a javascript:alert(1)'],
    ['[a](JaVaScRiPt:alert(1))', 'a JaVaScRiPt:alert(1)'],
    ['[a](&#106;avascript:alert(1))', 'a javascript:alert(1)'],
    ['[a](data:text/html,x)', 'a data:text/html,x'],
    ['[a](vbscript:x)', 'a vbscript:x'],
    ['[a](http://x.example)', 'a http://x.example'],
    ['[a](//x.example)', 'a //x.example'],
    ['[a](/logout)', 'a /logout'],
    ['[a](#id)', 'a #id'],
    ['[a](https://bank.example@x.example)', 'a https://bank.example@x.example'],
    ['[a](https://user:pass@x.example)', 'a https://user:pass@x.example'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['[a][b]\n\n[b]: javascript:alert(1)', 'a javascript:alert(1)'],
    ['me@x.example', 'me@x.example'],
    ['http://x.example', 'http://x.example'],
    ['www.x.example', 'www.x.example'],
    ['[a]()', 'a'],
  ])('is none for %s, but its address stays readable', (text, shown) => {
    const { container } = render(<FindingText text={text} />);
    expect(container.querySelector('a')).toBeNull();
    expect(container.textContent).toBe(shown);
  });
});

describe('an image', () => {
  const both = { attachments: [SHOT, OTHER] };
  const sourcesIn = (text: string, props: Parameters<typeof htmlOf>[1] = both): (string | null)[] => {
    const { container } = render(<FindingText text={text} {...props} />);
    return [...container.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  };

  it.each([
    ['as markdown', `![x](${SHOT.download_url})`],
    ['as markdown with another signature', `![x](${SHOT.download_url.replace('=a', '=b')})`],
    ['as a token', 'before <CobaltImageAttachment at_shot1> after'],
    ['as a token that is closed', '<CobaltImageAttachment at_shot1/>'],
    ['by reference', `![x][y]\n\n[y]: ${SHOT.download_url}`],
  ])('of the finding stands there %s', (_name, text) => {
    expect(sourcesIn(text)).toEqual([SHOT.download_url]);
  });

  it('as a token on a line of its own leaves the next lines as they are', () => {
    expect(
      sourcesIn('<CobaltImageAttachment at_shot1>\n**a**\n<CobaltImageAttachment at_other_2>\n\n- b'),
    ).toEqual([SHOT.download_url, OTHER.download_url]);
    expect(htmlOf('<CobaltImageAttachment at_shot1>\n**a**', both)).toContain('<strong>a</strong>');
  });

  it('is described by its words, or by the name of its file', () => {
    const { container } = render(
      <FindingText text={`![The leak](${SHOT.download_url}) <CobaltImageAttachment at_other_2>`} {...both} />,
    );
    expect([...container.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['The leak', 'other.png']);
    for (const image of container.querySelectorAll('img'))
      expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
  });

  it.each([
    '![x](https://attacker.example/?c=1)',
    '![x](https://files.example/at_shot2/evidence.png)',
    '![x](https://files.example.attacker.example/at_shot1/evidence.png)',
    '![x](data:image/svg+xml;base64,AAAA)',
    '![x](javascript:alert(1))',
    '![x](//attacker.example/a.png)',
    '![x](x"onerror="alert(1))',
    '<CobaltImageAttachment at_none>',
    '![x](__proto__)',
    '![x](constructor)',
  ])('of nobody or of somebody else is not loaded: %s', (text) => {
    const { container } = render(<FindingText text={text} {...both} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container).toHaveTextContent('Image from elsewhere, not loaded:');
  });

  it.each([
    'http://files.example/a.png',
    'javascript:alert(1)',
    'data:image/png,x',
    'https://a:b@x.example/',
    '',
  ])('whose attachment leads to %j is not loaded', (url) => {
    expect(
      sourcesIn('<CobaltImageAttachment at_shot1>', { attachments: [{ ...SHOT, download_url: url }] }),
    ).toEqual([]);
  });

  it('is not guessed where two attachments could be meant', () => {
    const twins = ['1', '2'].map((n) => ({
      ...SHOT,
      id: `at_${n}`,
      download_url: `https://f.example/d?id=${n}`,
    }));
    expect(sourcesIn('![x](https://f.example/d?id=3)', { attachments: twins })).toEqual([]);
    expect(sourcesIn('![x](https://f.example/d?id=2)', { attachments: twins })).toEqual([
      'https://f.example/d?id=2',
    ]);
  });

  it('comes from where the app says', () => {
    const imageUrl = ({ id }: FindingAttachment) => `/files/${id}`;
    expect(sourcesIn(`![x](${SHOT.download_url})`, { ...both, imageUrl })).toEqual(['/files/at_shot1']);
    expect(sourcesIn('![x](https://attacker.example/a.png)', { ...both, imageUrl })).toEqual([]);
  });

  it.each([null, {}, [null, 7, {}, { id: 'at_shot1', download_url: null }]])(
    'is not there when the attachments are %j',
    (attachments) => {
      const text = '<CobaltImageAttachment at_shot1> ![x](https://x.example/y)';
      expect(sourcesIn(text, { attachments: attachments as never })).toEqual([]);
    },
  );
});

describe('an image whose link has expired', () => {
  const text = `![one](${SHOT.download_url})\n\n<CobaltImageAttachment at_other_2>`;
  const fresh = (list: readonly FindingAttachment[], signature: string) =>
    list.map((one) => ({ ...one, download_url: one.download_url.replace(/=.*/, `=${signature}`) }));

  /** Two texts of one finding, as a page shows them. */
  function setUp() {
    let answer: (value?: unknown) => void = () => {};
    const refetch = vi.fn(() => new Promise<unknown>((resolve) => (answer = resolve)));
    const first = [SHOT, OTHER];
    const page = (attachments: readonly FindingAttachment[]) => (
      <>
        <FindingText text={text} attachments={attachments} refetch={refetch} />
        <FindingText text={text} attachments={attachments} refetch={refetch} />
      </>
    );
    const view = render(page(first));
    const images = () => [...view.container.querySelectorAll('img')];
    return {
      refetch,
      images,
      expire: () => images().forEach((image) => fireEvent.error(image)),
      show: (attachments: readonly FindingAttachment[]) => view.rerender(page(attachments)),
      settle: () => act(async () => answer()),
      words: () => view.container.textContent,
    };
  }

  it('waits as words while the finding is read again, once for all of its images', async () => {
    const { refetch, images, expire, show, settle, words } = setUp();
    expect(images()).toHaveLength(4);
    expire();
    expect(images()).toHaveLength(0);
    expect(words()).toContain('Loading this image again: one');
    expect(words()).toContain('Loading this image again: other.png');
    expect(refetch).toHaveBeenCalledTimes(1);
    show(fresh([SHOT, OTHER], 'b'));
    await settle();
    expect(images().map(({ src }) => src.slice(-1))).toEqual(['b', 'b', 'b', 'b']);
  });

  it('is given up when the new link fails too', async () => {
    const { refetch, images, expire, show, settle, words } = setUp();
    expire();
    show(fresh([SHOT, OTHER], 'b'));
    await settle();
    expire();
    expect(images()).toHaveLength(0);
    expect(words()).toContain('This image could not be loaded: one');
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('is given up when the finding could not be read again, and nothing is asked a second time', async () => {
    const { refetch, expire, settle, words } = setUp();
    expire();
    await settle();
    expect(words()).not.toContain('again');
    expect(words()).toContain('This image could not be loaded: one');
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('may expire again after it was there', async () => {
    const { refetch, images, expire, show, settle } = setUp();
    expire();
    show(fresh([SHOT, OTHER], 'b'));
    await settle();
    images().forEach((image) => fireEvent.load(image));
    expire();
    expect(refetch).toHaveBeenCalledTimes(2);
  });

  it.each<[string, (() => Promise<unknown>) | undefined]>([
    ['nobody can read the finding again', undefined],
    ['reading it again fails', () => Promise.reject(new Error('no'))],
  ])('is words when %s', async (_name, refetch) => {
    const { container } = render(
      <FindingText text={text} attachments={[SHOT, OTHER]} {...(refetch && { refetch })} />,
    );
    await act(async () => container.querySelectorAll('img').forEach((image) => fireEvent.error(image)));
    expect(container.querySelector('img')).toBeNull();
    expect(container).toHaveTextContent('This image could not be loaded: one');
  });
});

describe('a text that would break a page', () => {
  it.each<[string, unknown]>([
    ['too long', `${'word '.repeat(10_000)}!`],
    ['a deep quote', '>'.repeat(20_000)],
    ['a deep quote with spaces', '> '.repeat(60)],
    ['deep lists', '- '.repeat(60)],
    [
      'lists that go deeper line by line',
      Array.from({ length: 60 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
    ],
    ['emphasis without end', '*a_ '.repeat(6000)],
    ['comments without end', '<!--'.repeat(600)],
    ['a number', 7],
    ['an object', { toString: 'no' }],
  ])('is shown as it was written: %s', (_name, text) => {
    const { container } = render(<FindingText text={text as string} />);
    expect(container.querySelector('[data-part="as-written"]')?.textContent).toBe(
      typeof text === 'string' ? text : JSON.stringify(text),
    );
  });

  it('is none that only looks like it', () => {
    const text = `${'-'.repeat(300)}\n\n${'='.repeat(300)}\n\n${'> '.repeat(10)}a\n\n${'*'.repeat(300)}`;
    const { container } = render(<FindingText text={text} />);
    expect(container.querySelector('[data-part="as-written"]')).toBeNull();
  });
});
