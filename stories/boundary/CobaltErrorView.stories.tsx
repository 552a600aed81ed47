import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView, type Density, type Presentation } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { expect, within } from 'storybook/test';
import { Findings } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';
import { everyError } from './errors.ts';

const meta = {
  title: 'Components/CobaltErrorView',
  component: CobaltErrorView,
} satisfies Meta<typeof CobaltErrorView>;
export default meta;

type Story = StoryObj<typeof CobaltErrorView>;

/** A refetch fails: the rows stay, and a strip above them says how old they are. */
export const StripOverData: Story = {
  render: () => <Findings />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.seesFindings();
    const rows = context.canvasElement.querySelector('.rows');
    const mend = visitor.world.mock.faults.add({ status: 500 });
    void visitor.world.queryClient.invalidateQueries();
    const strip = await visitor.reads('Cobalt had a problem', /^Loaded at /);
    await expect(strip).toHaveAttribute('data-variant', 'strip');
    await expect(context.canvasElement.querySelector('.rows')).toBe(rows);
    mend();
    await visitor.presses('Try again');
    await visitor.seesFindings();
  },
};

interface Choice {
  readonly kind: string;
  readonly operation: 'read' | 'write';
  readonly presentation: Presentation;
  readonly hasData: boolean;
  readonly canBeTaken: boolean;
  readonly density: Density;
  readonly width: '100%' | '320px' | '640px' | '1024px';
}

function Chosen({ kind, operation, presentation, hasData, canBeTaken, density, width }: Choice): ReactNode {
  const [errors] = useState(() => everyError(Date.now()));
  const error = errors.find(({ name }) => name === kind)?.[operation];
  return (
    <main className="page" style={{ maxInlineSize: 'none' }}>
      <div style={{ inlineSize: width }}>
        <CobaltErrorView
          key={`${kind} ${operation}`}
          error={error}
          presentation={presentation}
          density={density}
          dataUpdatedAt={hasData ? error?.occurredAt : undefined}
          onRetry={() => undefined}
          onDismiss={canBeTaken ? () => undefined : undefined}
        />
      </div>
      {hasData && <p>What was loaded before stays here.</p>}
    </main>
  );
}

/** Every kind, in every presentation, as a read or a write, with or without data, at four widths: by the controls. Theme, language and direction: above. */
export const ByControls: StoryObj<Choice> = {
  args: {
    kind: '500 Cobalt had a problem',
    operation: 'read',
    presentation: 'inline',
    hasData: false,
    canBeTaken: false,
    density: 'comfortable',
    width: '100%',
  },
  argTypes: {
    kind: { control: 'select', options: everyError(0).map(({ name }) => name) },
    operation: { control: 'inline-radio', options: ['read', 'write'] },
    presentation: { control: 'inline-radio', options: ['inline', 'strip', 'banner', 'page'] },
    density: { control: 'inline-radio', options: ['compact', 'comfortable', 'spacious'] },
    width: { control: 'inline-radio', options: ['100%', '320px', '640px', '1024px'] },
    hasData: { control: 'boolean' },
    canBeTaken: { control: 'boolean' },
  },
  render: (args) => <Chosen {...args} />,
};

const inLanguage = (language: string, title: string): StoryObj<Choice> => ({
  ...ByControls,
  globals: { language },
  play: async ({ canvasElement }) => {
    const heading = await within(canvasElement).findByRole('heading');
    await expect(heading).toHaveTextContent(title);
  },
});

export const German: StoryObj<Choice> = inLanguage('de', 'Bei Cobalt ist ein Fehler aufgetreten');
export const French: StoryObj<Choice> = inLanguage('fr', 'Cobalt a rencontré un problème');
/** Right to left, as the page's `dir` says. */
export const Arabic: StoryObj<Choice> = inLanguage('ar', 'حدثت مشكلة في Cobalt');
