import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DemoState, type FaultOrder } from '../../shared/demo.ts';
import { ActiveFaults } from './ActiveFaults.tsx';
import { addFault, demoQuery, removeFault, resetDemo, revokeToken } from './demo.ts';
import { FaultForm } from './FaultForm.tsx';
import { PRESETS } from './presets.ts';
import { RequestLog } from './RequestLog.tsx';

/** Asks the mock for anything that can go wrong. It is no part of an app: what it breaks, the page must survive. */
export function BreakItPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const queryClient = useQueryClient();
  const { data } = useQuery(demoQuery);
  const [refetchesAtOnce, setRefetchesAtOnce] = useState(true);
  const { mutate } = useMutation({
    networkMode: 'always',
    mutationFn: (order: () => Promise<DemoState>) => order(),
    onSuccess: (state) => {
      queryClient.setQueryData(demoQuery.queryKey, state);
    },
  });

  function refetch(): void {
    void queryClient.invalidateQueries({ queryKey: ['cobalt'] });
  }

  function forget(): void {
    void queryClient.resetQueries({ queryKey: ['cobalt'] });
  }

  function breakIt(order: FaultOrder): void {
    mutate(() => addFault(order), {
      onSuccess: () => {
        if (refetchesAtOnce && order.requests !== 'writes') refetch();
      },
    });
  }

  return (
    <aside className="break-it" aria-labelledby="break-title">
      <div className="panel-head">
        <h2 id="break-title">Break it</h2>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <p className="muted">Make the mock API fail, and watch the page cope.</p>
      <div className="presets">
        {PRESETS.map(({ name, order }) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              breakIt(order);
            }}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            mutate(revokeToken, {
              onSuccess: () => {
                if (refetchesAtOnce) refetch();
              },
            });
          }}
        >
          Revoke token
        </button>
      </div>
      <FaultForm onBreak={breakIt} />
      <ActiveFaults
        faults={data?.faults ?? []}
        onRemove={(id) => {
          mutate(() => removeFault(id));
        }}
      />
      <div className="break-tools">
        <label className="check">
          <input
            type="checkbox"
            checked={refetchesAtOnce}
            onChange={({ target }) => {
              setRefetchesAtOnce(target.checked);
            }}
          />
          Refetch right after breaking
        </label>
        <button type="button" onClick={refetch}>
          Refetch now
        </button>
        <button type="button" onClick={forget}>
          Forget and refetch
        </button>
        <button
          type="button"
          onClick={() => {
            mutate(resetDemo);
          }}
        >
          Reset the mock
        </button>
      </div>
      <p className="muted hint">
        Offline: switch it on in the browser’s own tools (Network → Offline). Cobalt is asked again when you
        are back.
      </p>
      <RequestLog requests={data?.requests ?? []} />
    </aside>
  );
}
