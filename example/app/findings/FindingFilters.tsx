import type { ReactNode } from 'react';
import { goTo, hrefTo, type Place } from '../state/url.ts';
import { FILTER_STATES, SEVERITIES, sentence, stateName } from '../text/names.ts';

const SORTS = {
  '-severity': 'Severity',
  '-updated_at': 'Last changed',
  '-created_at': 'Newest',
  created_at: 'Oldest',
  '-impact': 'Impact',
  state: 'State',
} as const;

export type Sort = keyof typeof SORTS;
export const DEFAULT_SORT: Sort = '-severity';

export function sortOf({ sort }: Place): Sort {
  return sort !== undefined && Object.hasOwn(SORTS, sort) ? (sort as Sort) : DEFAULT_SORT;
}

export function FindingFilters({ place }: { readonly place: Place }): ReactNode {
  return (
    <form
      className="filters"
      aria-label="Filter findings"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Filter
        label="Severity"
        value={place.severity ?? ''}
        options={[['', 'All'], ...SEVERITIES.map((name) => [name, sentence(name)] as const)]}
        onChange={(severity) => {
          goTo(hrefTo({ severity }), true);
        }}
      />
      <Filter
        label="State"
        value={place.state ?? ''}
        options={[['', 'All'], ...FILTER_STATES.map((name) => [name, stateName(name)] as const)]}
        onChange={(state) => {
          goTo(hrefTo({ state }), true);
        }}
      />
      <Filter
        label="Order"
        value={sortOf(place)}
        options={Object.entries(SORTS)}
        onChange={(sort) => {
          goTo(hrefTo({ sort: sort === DEFAULT_SORT ? undefined : sort }), true);
        }}
      />
    </form>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Filter({ label, value, options, onChange }: FilterProps): ReactNode {
  return (
    <label className="filter">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
