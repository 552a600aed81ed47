import type { Meta, StoryObj } from '@storybook/react-vite';
import { CobaltErrorBoundary, CobaltProvider, useCobaltClient, useOrganizations } from 'cobalt-react';
import { type ReactNode, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { FindingsList } from '../support/Findings.tsx';
import { visitorOf } from '../support/visitor.ts';

const meta = { title: 'Guides/Organizations' } satisfies Meta;
export default meta;

function Portal(): ReactNode {
  const client = useCobaltClient();
  const [organization, setOrganization] = useState(client.organizationId ?? '');
  return (
    <CobaltProvider client={client.withOrganization(organization)}>
      <main className="page">
        <h1>Findings</h1>
        <CobaltErrorBoundary>
          <Choice value={organization} onChoose={setOrganization} />
        </CobaltErrorBoundary>
        <CobaltErrorBoundary>
          <FindingsList />
        </CobaltErrorBoundary>
      </main>
    </CobaltProvider>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function Choice({ value, onChoose }: ChoiceProps): ReactNode {
  const { data } = useOrganizations({ limit: 100 });
  return (
    <div className="field">
      <label htmlFor="organization">Organization</label>
      <select id="organization" value={value} onChange={({ target }) => onChoose(target.value)}>
        {data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Another organization is another part of the cache: no row of the last one is shown, and going back needs no request. */
export const Switch: StoryObj = {
  render: () => <Portal />,
  play: async (context) => {
    const visitor = visitorOf(context);
    const { data } = visitor.world.mock;
    const canvas = within(context.canvasElement);
    const choose = async (name: string): Promise<void> => {
      await userEvent.selectOptions(
        await canvas.findByLabelText('Organization'),
        await canvas.findByText(name),
      );
    };
    const titlesOf = (index: number) =>
      data.findings
        .filter(({ id }) => data.organizationOf(id) === data.organizations[index])
        .map(({ title }) => title);
    const sees = (index: number) =>
      waitFor(async () => {
        const titles = titlesOf(index);
        for (const row of canvas.getAllByRole('listitem'))
          await expect(titles).toContain(row.querySelector('bdi')?.textContent);
      });
    await visitor.seesFindings();
    await sees(0);
    await choose('Helios Health Group');
    await visitor.seesFindings();
    await sees(1);
  },
};
