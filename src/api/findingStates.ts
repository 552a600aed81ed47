/** Open: a value that Cobalt adds later is kept and shown. */
export type FindingState =
  | 'new'
  | 'triaging'
  | 'need_fix'
  | 'check_fix'
  | 'valid_fix'
  | 'wont_fix'
  | 'carried_over'
  | 'not_applicable'
  | 'invalid'
  /** @deprecated Shown as Invalid. */
  | 'duplicate'
  /** @deprecated Shown as Invalid. */
  | 'stale'
  /** @deprecated Shown as Invalid. */
  | 'out_of_scope'
  | (string & {});

const NAMES: Readonly<Record<string, string>> = {
  new: 'Draft',
  triaging: 'Triaging',
  need_fix: 'Pending Fix',
  check_fix: 'Ready for Retest',
  valid_fix: 'Fixed',
  wont_fix: 'Accepted Risk',
  carried_over: 'Carried Over',
  not_applicable: 'Not Applicable',
  invalid: 'Invalid',
  duplicate: 'Invalid',
  stale: 'Invalid',
  out_of_scope: 'Invalid',
};

/**
 * What Cobalt's own screens call a state, so that people find the same word in both places. A state that is not known yet is shown
 * as it came.
 *
 * @example
 * findingStateName('check_fix'); // 'Ready for Retest'
 */
export function findingStateName(state: FindingState): string {
  return Object.hasOwn(NAMES, state) ? (NAMES[state] ?? state) : state;
}

/**
 * Whether somebody still has to act: the finding is confirmed and neither fixed, accepted, carried over nor dismissed. `Draft` and
 * `Triaging` are not confirmed, so not open.
 *
 * @example
 * const open = findings.filter((finding) => isOpenFinding(finding.state));
 */
export function isOpenFinding(state: FindingState): boolean {
  return state === 'need_fix' || state === 'check_fix';
}
