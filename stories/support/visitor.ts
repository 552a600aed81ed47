import { expect, userEvent, waitFor, within } from 'storybook/test';
import { type StoryWorld, worldOf } from 'cobalt-react/storybook';

// Generous: a busy machine may take its time, and nothing here is about speed.
const patient = { timeout: 12_000 };

/** What a person does and sees in a story, in words that a play function reads like. */
export interface Visitor {
  readonly world: StoryWorld;
  /** The error with this title is there, and says these sentences. Gives its panel. */
  readonly reads: (title: string, ...sentences: (string | RegExp)[]) => Promise<HTMLElement>;
  /** Presses a button, as soon as it can be pressed. */
  readonly presses: (name: string) => Promise<void>;
  readonly doesNotFind: (name: string) => Promise<void>;
  readonly types: (label: string, text: string) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** The data is there, and nothing of an error is left. */
  readonly seesFindings: () => Promise<void>;
  readonly seesBuilding: (title: string) => Promise<void>;
}

export function visitorOf({ canvasElement }: { readonly canvasElement: HTMLElement }): Visitor {
  const canvas = within(canvasElement);

  const noError = () =>
    waitFor(() => expect(canvasElement.querySelector('[data-cobalt]')).toBeNull(), patient);
  const findsInList = async (name: string, check: (rows: readonly HTMLElement[]) => Promise<void>) => {
    await waitFor(() => check(within(canvas.getByRole('list', { name })).getAllByRole('listitem')), patient);
  };

  return {
    world: worldOf(canvasElement),
    async reads(title, ...sentences) {
      const heading = await canvas.findByRole(
        'heading',
        { name: (name: string) => name.replace(/^(Note|Warning|Error): /, '') === title },
        patient,
      );
      const panel = heading.closest<HTMLElement>('[data-cobalt]')!;
      for (const sentence of sentences) await within(panel).findByText(sentence);
      return panel;
    },
    async presses(name) {
      const button = await canvas.findByRole('button', { name }, patient);
      await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), patient);
      await userEvent.click(button);
    },
    async doesNotFind(name) {
      await expect(canvas.queryByRole('button', { name })).toBeNull();
    },
    async types(label, text) {
      const field = await canvas.findByLabelText(label, undefined, patient);
      await userEvent.clear(field);
      await userEvent.type(field, text);
    },
    async sees(text) {
      await canvas.findAllByText(text, undefined, patient);
    },
    async seesFindings() {
      await findsInList('Findings', async (rows) => {
        await expect(rows).toHaveLength(5);
      });
      await noError();
    },
    async seesBuilding(title) {
      await findsInList('Buildings', async (rows) => {
        await expect(rows.map((row) => row.textContent)).toContain(title);
      });
      await noError();
    },
  };
}
