import type { ReactNode } from 'react';
import { type ActiveFault, EFFECTS, PLACES, REQUESTS } from '../../shared/demo.ts';

export interface ActiveFaultsProps {
  readonly faults: readonly ActiveFault[];
  readonly onRemove: (id: number) => void;
}

export function ActiveFaults({ faults, onRemove }: ActiveFaultsProps): ReactNode {
  return (
    <section aria-labelledby="active-title">
      <h3 id="active-title">Broken now</h3>
      {faults.length === 0 ? (
        <p className="muted">Nothing. All is well.</p>
      ) : (
        <ul className="faults">
          {faults.map((fault) => (
            <li key={fault.id}>
              <span>
                <strong>{EFFECTS[fault.effect]}</strong>
                <span className="muted">{about(fault)}</span>
              </span>
              <button
                type="button"
                onClick={() => {
                  onRemove(fault.id);
                }}
                aria-label={`Switch off ${EFFECTS[fault.effect]}`}
              >
                Off
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function about({ requests, place, times, secondsLeft }: ActiveFault): string {
  const often =
    secondsLeft !== null ? `${secondsLeft} s left` : times !== null ? `${times} to go` : 'until switched off';
  return [REQUESTS[requests], PLACES[place], often].join(' · ');
}
