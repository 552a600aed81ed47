import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorView, CobaltUI, type Presentation } from 'cobalt-react';
import { ar } from 'cobalt-react/locales/ar';
import { type ReactNode, useState } from 'react';
import { everyError } from '../boundary/errors.ts';

interface SheetProps {
  /** Of one view, in pixels. The sheet itself is as wide as it needs to be. */
  readonly width: number;
  readonly presentations: readonly Presentation[];
}

/** What `npm run contact-sheets` takes a picture of: every status at one width, for a look at all of them side by side. */
const meta = {
  title: 'Theming/Contact sheet',
  parameters: {
    cobalt: { ui: false },
    // A page has one banner; here they stand by the dozen.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
  args: { width: 320, presentations: ['inline', 'strip', 'banner', 'page'] },
  render: (args, { globals }) => (
    // From right to left in a language that is written so.
    <CobaltUI
      banner={false}
      messages={globals['direction'] === 'rtl' ? ar : undefined}
      onGoBack={() => undefined}
    >
      <Sheet {...args} />
    </CobaltUI>
  ),
} satisfies Meta<SheetProps>;
export default meta;

export const ContactSheet: StoryObj<SheetProps> = {};

function Sheet({ width, presentations }: SheetProps): ReactNode {
  const [now] = useState(() => Date.now());
  const [examples] = useState(() => everyError(now));
  const press = (): void => undefined;
  return (
    <main style={{ padding: 24, inlineSize: 'max-content' }} data-sheet="">
      <h1 style={{ margin: 0, fontSize: 18 }}>
        Every status, {width} px, {presentations.join(', ')}
      </h1>
      {presentations.map((presentation) => (
        <section
          key={presentation}
          style={{
            columns: `${String(width)}px ${String(Math.max(2, Math.floor(2100 / width)))}`,
            columnGap: 24,
            inlineSize: 'max-content',
            marginBlockStart: 24,
          }}
        >
          {examples.flatMap(({ name, read, write }) =>
            [read, write].map((error) => (
              <div
                key={`${name} ${error.operation}`}
                style={{ inlineSize: width, paddingBlockEnd: 20, breakInside: 'avoid' }}
              >
                <p dir="ltr" style={{ margin: '0 0 4px', fontSize: 12, opacity: 0.75 }}>
                  {name}, {error.operation}, {presentation}
                </p>
                <CobaltErrorView
                  error={error}
                  presentation={presentation}
                  headingLevel={2}
                  dataUpdatedAt={presentation === 'strip' ? now : undefined}
                  onRetry={press}
                  onDismiss={error.operation === 'write' || presentation === 'strip' ? press : undefined}
                />
              </div>
            )),
          )}
        </section>
      ))}
    </main>
  );
}
