'use client';

import { type ReactNode, useId, useState } from 'react';
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
  reviewAndTryAgain: 'Review and try again',
  checkFirst: 'Check the list first',
  checkList: 'Check the list',
  look: 'Look whether it went through. Send it again only if it did not.',
  notThrough: 'It did not go through: send it again',
  goBack: 'Go back',
  backToList: 'Back to the list',
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
  /** What the first press does, beside asking. */
  readonly onAsk?: (() => void) | undefined;
  /** What the person is asked to do before the second press. */
  readonly request?: string | undefined;
}

/** Sends again only after a second press: what comes of it may be there twice. The button stays the same, and so does the focus. */
export function ConfirmAction({ label, confirm, isPrimary, onAsk, request }: ConfirmActionProps): ReactNode {
  const { retry, isRetrying } = usePanel();
  const { announcer } = useSettings();
  const [isAsked, setIsAsked] = useState(false);
  const requestId = useId();
  if (!retry) return null;

  const press = (presses: number): void => {
    // The second half of a double click is no second decision.
    if (isAsked && presses > 1) return;
    setIsAsked(!isAsked);
    if (isAsked) {
      retry();
      return;
    }
    onAsk?.();
    if (request) announcer?.announce(request, { key: `${request} ${String(Date.now())}` });
  };

  return (
    <>
      <Action
        isPrimary={isPrimary}
        isUnavailable={isRetrying}
        aria-describedby={isAsked && request ? requestId : undefined}
        onClick={({ detail }) => press(detail)}
      >
        {isRetrying ? words.trying : isAsked ? confirm : label}
      </Action>
      {isAsked && request && (
        <p id={requestId} data-part="request">
          {request}
        </p>
      )}
    </>
  );
}

/**
 * The way out of a write that nobody knows the end of: with a key that is still good it can be sent again without making a second
 * one; otherwise the person is asked to look first, where the app says where. The hook that sent has read it again by then.
 */
export function UncertainWriteActions({ error }: { readonly error: AnyCobaltError }): ReactNode {
  const isTooLate = useHasPassed(error.retrySafeUntil);
  const { onCheckList } = useSettings();
  if (!isTooLate) return <RetryAction label={words.tryAgainSafely} />;
  return (
    <ConfirmAction
      isPrimary
      label={words.checkFirst}
      confirm={words.notThrough}
      onAsk={onCheckList && (() => onCheckList())}
      request={words.look}
    />
  );
}

interface GoBackActionProps {
  readonly label?: string | undefined;
  readonly isPrimary?: boolean | undefined;
}

export function GoBackAction({ label = words.goBack, isPrimary = true }: GoBackActionProps): ReactNode {
  const { onGoBack } = useSettings();
  const goBack = onGoBack ?? (() => history.back());
  return (
    <Action isPrimary={isPrimary} onClick={() => goBack()}>
      {label}
    </Action>
  );
}

/** Only where the app said where its list is. */
export function CheckListAction(): ReactNode {
  const { onCheckList } = useSettings();
  return (
    onCheckList && (
      <Action isPrimary onClick={() => onCheckList()}>
        {words.checkList}
      </Action>
    )
  );
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

interface ReportActionProps {
  readonly error: AnyCobaltError;
  readonly isPrimary?: boolean | undefined;
}

/** A letter to Cobalt with what the technical details show, or what the app does instead. */
export function ReportAction({ error, isPrimary }: ReportActionProps): ReactNode {
  const { onReport, reportAddress } = useSettings();
  if (!onReport) {
    return (
      <Action isPrimary={isPrimary} href={reportLink(error, reportAddress)}>
        {words.report}
      </Action>
    );
  }
  return (
    <Action isPrimary={isPrimary} onClick={() => onReport(error, reportOf(error))}>
      {words.report}
    </Action>
  );
}
