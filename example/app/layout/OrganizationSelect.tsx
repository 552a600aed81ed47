import { useOrganizations } from 'cobalt-react';
import type { ReactNode } from 'react';
import { goTo, hrefTo, NOTHING_OPEN } from '../state/url.ts';
import { plain } from '../text/names.ts';

/** Here a failure is only a disabled field: the page below shows what happened, and a moment later this tries again. */
export function OrganizationSelect({
  organizationId,
}: {
  readonly organizationId: string | undefined;
}): ReactNode {
  const { data } = useOrganizations(
    { limit: 100 },
    { throwOnError: false, refetchInterval: ({ state }) => (state.status === 'error' ? 10_000 : false) },
  );
  const organizations = [...new Map(data?.items.map((one) => [one.id, one])).values()];
  const isKnown = organizations.some(({ id }) => id === organizationId);
  return (
    <label className="organization">
      <span className="visually-hidden">Organization</span>
      <select
        id="organization"
        value={isKnown ? organizationId : ''}
        disabled={!data}
        onChange={({ target }) => {
          goTo(hrefTo({ org: target.value, ...NOTHING_OPEN }));
        }}
      >
        {!isKnown && <option value="">{data ? 'Choose an organization' : 'Organizations…'}</option>}
        {organizations.map(({ id, name }) => (
          <option key={id} value={id}>
            {plain(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
