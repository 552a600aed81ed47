'use client';

import { type ReactNode, useRef } from 'react';
import { ReportAction, RetryAction } from './actions.tsx';
import { Details } from './Details.tsx';
import { fillIn } from './fillIn.ts';
import { Action, Actions, Body, Content, Icon, Layout, Root, Safety, StaleStamp, Title } from './parts.tsx';
import { useSettings } from './settings.ts';
import { type DetailRow, detailRows, referenceLine } from './technicalDetails.ts';
import { useTimeOfDay } from './timeOfDay.ts';
import { type Live, useAnnouncement } from './useAnnouncement.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import { useRetry } from './useRetry.ts';
import type { ErrorSeverity, ErrorViewProps, Phase } from './viewTypes.ts';

export const words = {
  loadedAt: 'Loaded at {time}.',
  dismiss: 'Hide',
  gaveUp: 'Automatic tries have stopped, since it kept coming back. Try again when you are ready.',
} as const;

/** The sentences of one look. `{service}` and `values` are filled in. */
export interface PanelWords {
  readonly title: string;
  readonly body?: string | undefined;
  readonly safety?: string | undefined;
}

interface StatusPanelProps extends ErrorViewProps {
  readonly severity: ErrorSeverity;
  readonly words: PanelWords;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  readonly phase?: Phase | undefined;
  /** Ways out, the most wanted first. */
  readonly actions?: ReactNode;
  /** "Report this", as the last way out of all: help stands at the same place everywhere. */
  readonly canReport?: boolean | undefined;
  /** Asking once more changes nothing, so there is no such button. Only where tries by themselves have stopped there is one. */
  readonly isFinal?: boolean | undefined;
  /** More than sentences: a countdown, a form, a list of fields. */
  readonly children?: ReactNode;
  /** Left out: `polite`. `off` where something else speaks, or the focus moves to the message. */
  readonly live?: Live | undefined;
  /** Details of this look alone, after the common ones. */
  readonly dismissLabel?: string | undefined;
  readonly extraRows?: readonly DetailRow[] | undefined;
}

/** What all looks are made of, so that a look itself is its words and its ways out. */
export function StatusPanel({
  error,
  onRetry,
  isRetrying,
  dataUpdatedAt = 0,
  presentation = 'inline',
  onDismiss,
  headingLevel = presentation === 'page' ? 1 : 2,
  hasGivenUp = false,
  severity,
  words: own,
  values,
  phase = 'failed',
  actions,
  canReport = false,
  isFinal = false,
  children,
  live = 'polite',
  extraRows = [],
  dismissLabel = words.dismiss,
}: StatusPanelProps): ReactNode {
  const { service } = useSettings();
  const root = useRef<HTMLElement>(null);
  const onFocus = useFocusReturn(root);
  const retrying = useRetry(onRetry, isRetrying);
  const hasActions = Boolean(actions) || onDismiss !== undefined || canReport;
  const say = (sentence: string): string => fillIn(sentence, { service, ...values });
  const title = say(own.title);
  const body = own.body && say(own.body);
  useAnnouncement(body ? `${title}. ${body}` : title, live);

  const isStrip = presentation === 'strip';
  const details = <Details rows={[...detailRows(error), ...extraRows]} />;

  return (
    <Root
      ref={root}
      kind={error.kind}
      operation={error.operation}
      variant={presentation}
      severity={severity}
      phase={hasGivenUp ? 'stopped' : retrying.isRetrying ? 'retrying' : phase}
      isStale={dataUpdatedAt > 0}
      isRetrying={retrying.isRetrying}
      retry={retrying.retry}
      onFocus={onFocus}
    >
      <Layout>
        <Icon />
        <Content>
          <Title level={headingLevel}>{title}</Title>
          {body && <Body>{body}</Body>}
          {own.safety && <Safety>{say(own.safety)}</Safety>}
          {dataUpdatedAt > 0 && (
            <StaleStamp>
              <LoadedAt at={dataUpdatedAt} />
            </StaleStamp>
          )}
          {hasGivenUp && <Body>{words.gaveUp}</Body>}
          {children}
          {isStrip && details}
        </Content>
        {hasActions && (
          <Actions>
            {actions}
            {isFinal && hasGivenUp && <RetryAction isPrimary={false} />}
            {onDismiss && <Action onClick={() => void onDismiss()}>{dismissLabel}</Action>}
            {canReport && <ReportAction error={error} />}
          </Actions>
        )}
      </Layout>
      {!isStrip && details}
      <p data-part="reference">
        <bdi dir="ltr">{referenceLine(error)}</bdi>
      </p>
    </Root>
  );
}

/** How old the data on screen is. */
export function LoadedAt({ at }: { readonly at: number }): ReactNode {
  const time = useTimeOfDay(at);
  if (!time) return null;
  // "5:06 p.m." brings its full stop along.
  const text = fillIn(words.loadedAt, { time }).replace(/\.\.$/, '.');
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
