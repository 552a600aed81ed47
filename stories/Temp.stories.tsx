import type { Meta, StoryObj } from '@storybook/react-vite';
import { Findings } from './support/Findings.tsx';
import { visitorOf } from './support/visitor.ts';
import { useState } from 'react';
import { useWorld } from '../.storybook/world.ts';
const meta = { title: 'Temp' } satisfies Meta;
export default meta;
function T() {
  const [n, setN] = useState(0);
  const w = useWorld();
  return (
    <>
      <button
        onClick={() => {
          w.recover();
          setN(n + 1);
        }}
      >
        again
      </button>
      <Findings key={n} />
    </>
  );
}
export const A: StoryObj = {
  parameters: { cobalt: { fault: 'notFound' } },
  render: () => <T />,
  play: async (context) => {
    const visitor = visitorOf(context);
    await visitor.reads("We couldn't find this");
    console.log(JSON.stringify(visitor.world.mock.requests.map((r) => [r.path, r.status])));
    await visitor.presses('again');
    await new Promise((r) => setTimeout(r, 1500));
    console.log(context.canvasElement.innerText.slice(0, 200));
    console.log(JSON.stringify(visitor.world.mock.requests.map((r) => [r.path, r.status])));
    console.log(
      JSON.stringify(
        visitor.world.queryClient
          .getQueryCache()
          .getAll()
          .map((q) => [q.queryHash, q.state.status, q.state.fetchStatus, q.getObserversCount()]),
      ),
    );
  },
};
