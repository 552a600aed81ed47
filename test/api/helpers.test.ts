import {
  compareSeverity,
  findingStateName,
  getAttackSurface,
  getDastFinding,
  isOpenFinding,
  listDastFindings,
  parseCobaltDate,
  severityOf,
  updateDastFindingState,
} from 'cobalt-react';
import { describe, expect, it } from 'vitest';
import { answering, good } from '../client/connect.ts';

describe('findingStateName', () => {
  it.each([
    ['new', 'Draft'],
    ['triaging', 'Triaging'],
    ['need_fix', 'Pending Fix'],
    ['check_fix', 'Ready for Retest'],
    ['valid_fix', 'Fixed'],
    ['wont_fix', 'Accepted Risk'],
    ['carried_over', 'Carried Over'],
    ['not_applicable', 'Not Applicable'],
    ['invalid', 'Invalid'],
    ['duplicate', 'Invalid'],
    ['stale', 'Invalid'],
    ['out_of_scope', 'Invalid'],
  ])('says what the screens of Cobalt say: %s is %s', (state, name) => {
    expect(findingStateName(state)).toBe(name);
  });

  it.each(['brand_new', '', 'constructor', '__proto__', 'toString', 'Need_Fix'])(
    'shows the unknown state %j as it came',
    (state) => {
      expect(findingStateName(state)).toBe(state);
    },
  );
});

describe('isOpenFinding', () => {
  it.each([
    ['need_fix', true],
    ['check_fix', true],
    ['new', false],
    ['triaging', false],
    ['valid_fix', false],
    ['wont_fix', false],
    ['carried_over', false],
    ['not_applicable', false],
    ['invalid', false],
    ['duplicate', false],
    ['stale', false],
    ['out_of_scope', false],
    ['brand_new', false],
  ])('of %s is %j', (state, isOpen) => {
    expect(isOpenFinding(state)).toBe(isOpen);
  });
});

describe('severities', () => {
  // Impact down, likelihood across, each from 1 to 5.
  const expected = [
    'informational low low low medium',
    'low low medium medium medium',
    'low medium medium medium medium',
    'low medium medium high high',
    'medium medium medium high critical',
  ].map((row) => row.split(' '));

  it('follow from impact and likelihood, for all 25 products', () => {
    const found = [1, 2, 3, 4, 5].map((impact) =>
      [1, 2, 3, 4, 5].map((likelihood) => severityOf(impact, likelihood)),
    );
    expect(found).toEqual(expected);
  });

  it.each([
    [null, 3],
    [3, null],
    [null, null],
    // Findings of engagements start at 0.
    [0, 5],
    [5, 0],
  ])('are not there until both are set: %j and %j', (impact, likelihood) => {
    expect(severityOf(impact, likelihood)).toBeNull();
  });

  it('are ordered from informational to critical, with what is not known before all', () => {
    const mixed = ['high', null, 'critical', 'informational', 'medium', undefined, 'low'];
    expect(mixed.slice().sort((one, other) => compareSeverity(one ?? null, other ?? null))).toEqual([
      null,
      'informational',
      'low',
      'medium',
      'high',
      'critical',
      // JavaScript puts these last, whatever the comparison says.
      undefined,
    ]);
    expect(compareSeverity('apocalyptic', 'informational')).toBeLessThan(0);
    expect(compareSeverity(undefined, null)).toBe(0);
    expect(compareSeverity('high', 'high')).toBe(0);
  });
});

describe('parseCobaltDate', () => {
  it.each([
    ['Dec 11 2019', '2019-12-11T00:00:00.000Z'],
    ['May 7 2024', '2024-05-07T00:00:00.000Z'],
    ['May 07 2024', '2024-05-07T00:00:00.000Z'],
    ['Feb 29 2024', '2024-02-29T00:00:00.000Z'],
    ['2019-12-11', '2019-12-11T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2019-12-11T10:20:30Z', '2019-12-11T10:20:30.000Z'],
    ['2019-12-11T10:20:30.456Z', '2019-12-11T10:20:30.456Z'],
    ['2019-12-11T10:20:30+02:00', '2019-12-11T08:20:30.000Z'],
    // The day of the zone it was written in, though it is the day before in UTC.
    ['2024-03-01T00:30:00+02:00', '2024-02-29T22:30:00.000Z'],
  ])('reads %j', (text, iso) => {
    expect(parseCobaltDate(text)?.toISOString()).toBe(iso);
  });

  it.each([
    null,
    undefined,
    '',
    'soon',
    'Foo 11 2019',
    'Dec 11',
    'December 11 2019',
    'Dec 0 2019',
    'Dec 32 2019',
    'Feb 30 2024',
    '2024-02-30',
    '2024-02-30T00:00:00Z',
    '2023-02-29T10:00:00Z',
    '2024-13-01',
    '2024-00-10',
    '2019-12-11T99:00:00Z',
    '2019-12-11Tnoon',
    '11/12/2019',
    '1576022400',
  ])('gives nothing for %j', (text) => {
    expect(parseCobaltDate(text)).toBeUndefined();
  });
});

describe('a severity of the scanner', () => {
  const of = async (severity: unknown): Promise<unknown> => {
    const { client } = answering([() => good({ resource: { id: 'dfi_1', severity, extra: 'kept' } })]);
    const finding = await client.call(getDastFinding, 'dfi_1');
    expect(finding).toMatchObject({ id: 'dfi_1', extra: 'kept' });
    return finding.severity;
  };

  it.each([
    [10, 'low'],
    [20, 'medium'],
    [30, 'high'],
    ['10', 'low'],
    ['20', 'medium'],
    ['30', 'high'],
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
    // Whatever comes later is kept and shown.
    [40, '40'],
    ['Apocalyptic', 'Apocalyptic'],
    ['constructor', 'constructor'],
    [null, null],
    [undefined, undefined],
  ])('that came as %j is %j', async (came, is) => {
    expect(await of(came)).toBe(is);
  });

  it('is the same in lists and in the answer to a change', async () => {
    const { client } = answering([
      () => good({ data: [{ resource: { id: 'dfi_1', severity: '20' } }, { resource: { id: 'dfi_2' } }] }),
      () => good({ resource: { id: 'dfi_1', severity: 30 } }),
    ]);
    const { items } = await client.call(listDastFindings);
    expect(items).toEqual([{ id: 'dfi_1', severity: 'medium' }, { id: 'dfi_2' }]);
    const changed = await client.call(updateDastFindingState, { id: 'dfi_1', state: 'wont_fix' });
    expect(changed).toEqual({ id: 'dfi_1', severity: 'high' });
  });
});

describe('the attack surface', () => {
  it.each([
    ['12873', 12_873],
    ['0', 0],
    [7, 7],
    ['', Number.NaN],
    [null, Number.NaN],
    [undefined, Number.NaN],
    ['many', Number.NaN],
  ])('that came as %j is the number %j', async (came, is) => {
    const { client } = answering([
      () => good({ resource: { domains: came, seen_hosts: '5', new_seen_hosts: '1', extra: 'kept' } }),
    ]);
    expect(await client.call(getAttackSurface)).toEqual({
      domains: is,
      seen_hosts: 5,
      new_seen_hosts: 1,
      extra: 'kept',
    });
  });
});
