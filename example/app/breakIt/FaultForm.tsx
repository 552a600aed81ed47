import { type SubmitEvent, type ReactNode, useState } from 'react';
import { type Effect, EFFECTS, type FaultOrder, PLACES, REQUESTS } from '../../shared/demo.ts';

const HOW_OFTEN = {
  'until-off': 'Until switched off',
  '1': 'The next request',
  '3': 'The next 3 requests',
} as const;
const RETRY_AFTER = { none: 'Not said', '5': '5 seconds', '20': '20 seconds' } as const;
const SAYS_WHEN: ReadonlySet<string> = new Set<Effect>(['429', '503', '509']);

const START = {
  effect: '500',
  requests: 'reads',
  place: 'everywhere',
  often: 'until-off',
  retryAfter: '5',
} as const;
type Choice = {
  effect: Effect;
  requests: keyof typeof REQUESTS;
  place: keyof typeof PLACES;
  often: keyof typeof HOW_OFTEN;
  retryAfter: keyof typeof RETRY_AFTER;
};

/** Any fault, anywhere, as often as wanted. */
export function FaultForm({ onBreak }: { readonly onBreak: (order: FaultOrder) => void }): ReactNode {
  const [choice, setChoice] = useState<Choice>(START);
  const { effect, requests, place, often, retryAfter } = choice;
  const saysWhen = SAYS_WHEN.has(effect);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    onBreak({
      effect,
      requests,
      place,
      times: often === 'until-off' ? null : Number(often),
      seconds: null,
      retryAfter: saysWhen && retryAfter !== 'none' ? Number(retryAfter) : null,
    });
  }

  return (
    <form className="fault-form" onSubmit={submit} aria-label="Any fault">
      <Choose
        label="What"
        value={effect}
        names={EFFECTS}
        onChange={(next) => {
          setChoice({ ...choice, effect: next });
        }}
      />
      <Choose
        label="Which"
        value={requests}
        names={REQUESTS}
        onChange={(next) => {
          setChoice({ ...choice, requests: next });
        }}
      />
      <Choose
        label="Where"
        value={place}
        names={PLACES}
        onChange={(next) => {
          setChoice({ ...choice, place: next });
        }}
      />
      <Choose
        label="How often"
        value={often}
        names={HOW_OFTEN}
        onChange={(next) => {
          setChoice({ ...choice, often: next });
        }}
      />
      {saysWhen && (
        <Choose
          label="Retry-After"
          value={retryAfter}
          names={RETRY_AFTER}
          onChange={(next) => {
            setChoice({ ...choice, retryAfter: next });
          }}
        />
      )}
      <button type="submit" className="accent">
        Break it
      </button>
      <p className="muted hint">{hintFor(effect, often)}</p>
    </form>
  );
}

/** Some failures are healed before anybody sees them; that is worth knowing here. */
function hintFor(effect: Effect, often: string): string {
  if (often === 'until-off') return '';
  if (['500', '502', 'cut'].includes(effect))
    return 'Reads are sent twice again in silence: one failure is not seen.';
  if (['hang', 'truncate', 'html'].includes(effect))
    return 'Reads are sent once again in silence: one failure is not seen.';
  return '';
}

interface ChooseProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly names: Readonly<Record<Name, string>>;
  readonly onChange: (name: Name) => void;
}

function Choose<Name extends string>({ label, value, names, onChange }: ChooseProps<Name>): ReactNode {
  return (
    <label className="filter">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          onChange(target.value as Name);
        }}
      >
        {(Object.entries(names) as [Name, string][]).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
