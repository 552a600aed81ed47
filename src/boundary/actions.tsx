'use client';

import { type ReactNode, useState } from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { useHasPassed } from './Countdown.tsx';
import { usePanel } from './panelContext.ts';
import { Action } from './parts.tsx';
import { useSettings } from './settings.ts';
import { reportLink, reportOf } from './technicalDetails.ts';

export const words = {
  tryAgain: 'Try again',
  trying: 'Trying…',
  tryAgainSafely: 'Try again safely',
  checkFirst: 'Check the list first',
  notThere: 'It is not there: send it again',
  goBack: 'Go back',
  switchOrganization: 'Switch organization',
  reload: 'Reload the app',
  report: 'Report this',
} as const;

interface RetryActionProps {
  readonly label?: string | undefined;
  readonly isPrimary?: boolean | undefined;
  /** Not yet; `describedBy` says until when. */
  readonly isUnavailable?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

/** Tries again, where there is something to try. It keeps its place and the focus while it runs. */
export function RetryAction({
  label = words.tryAgain,
  isPrimary = true,
  isUnavailable = false,
  describedBy,
}: RetryActionProps): ReactNode {
  const { retry, isRetrying } = usePanel();
  if (!retry) return null;
  return (
    <Action
      isPrimary={isPrimary}
      isUnavailable={isUnavailable || isRetrying}
      aria-describedby={isUnavailable ? describedBy : undefined}
      onClick={retry}
    >
      {isRetrying ? words.trying : label}
    </Action>
  );
}

interface ConfirmActionProps {
  readonly label: string;
  readonly confirm: string;
  readonly isPrimary?: boolean | undefined;
}

/** Sends again only after a second press: what comes of it may be there twice. The button stays the same, and so does the focus. */
export function ConfirmAction({ label, confirm, isPrimary }: ConfirmActionProps): ReactNode {
  const { retry, isRetrying } = usePanel();
  const [isAsked, setIsAsked] = useState(false);
  if (!retry) return null;
  return (
    <Action
      isPrimary={isPrimary}
      isUnavailable={isRetrying}
      onClick={() => {
        if (isAsked) retry();
        setIsAsked(!isAsked);
      }}
    >
      {isRetrying ? words.trying : isAsked ? confirm : label}
    </Action>
  );
}

/**
 * The way out of a write that nobody knows the end of: with a key that is still good it can be sent again without making a second
 * one; otherwise the person is asked to look first.
 */
export function UncertainWriteActions({ error }: { readonly error: AnyCobaltError }): ReactNode {
  const isTooLate = useHasPassed(error.retrySafeUntil);
  if (!isTooLate) return <RetryAction label={words.tryAgainSafely} />;
  return <ConfirmAction isPrimary label={words.checkFirst} confirm={words.notThere} />;
}

export function GoBackAction({ label = words.goBack }: { readonly label?: string | undefined }): ReactNode {
  const { onGoBack } = useSettings();
  const goBack = onGoBack ?? (() => history.back());
  return <Action onClick={() => goBack()}>{label}</Action>;
}

/** Only where the app has more than one organization, and said what switches it. */
export function SwitchOrganizationAction(): ReactNode {
  const { onSwitchOrganization } = useSettings();
  return (
    onSwitchOrganization && <Action onClick={() => onSwitchOrganization()}>{words.switchOrganization}</Action>
  );
}

export function ReloadAction(): ReactNode {
  return (
    <Action isPrimary onClick={() => location.reload()}>
      {words.reload}
    </Action>
  );
}

/** Always the last one: a letter to Cobalt with what the technical details show, or what the app does instead. */
export function ReportAction({ error }: { readonly error: AnyCobaltError }): ReactNode {
  const { onReport, reportAddress } = useSettings();
  if (!onReport) return <Action href={reportLink(error, reportAddress)}>{words.report}</Action>;
  return <Action onClick={() => onReport(error, reportOf(error))}>{words.report}</Action>;
}
