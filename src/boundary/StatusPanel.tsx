'use client';

import { Fragment, type ReactNode, useContext, useId, useRef } from 'react';
import { Action } from './buttons.tsx';
import { Details } from './Details.tsx';
import { AppearedContext } from './panelContext.ts';
import { Actions, Body, Content, Icon, Layout, Root, Safety, StaleStamp, Title } from './parts.tsx';
import { useAnnouncement } from './useAnnouncement.ts';
import { type ErrorState, useErrorState } from './useErrorState.ts';
import { usePageFocus } from './usePageFocus.ts';
import { useTitlePrefix } from './useTitlePrefix.ts';
import type { ErrorAction, ErrorViewProps, Live } from './viewTypes.ts';

export interface StatusPanelProps extends ErrorViewProps {
  /** Left out: what the kind of failure asks for. */
  readonly live?: Live | undefined;
  /** Whether this stands for a form that was refused. */
  readonly isForm?: boolean | undefined;
  /** More than sentences: a countdown, a form, a list of fields. */
  readonly extra?: ((view: ErrorState) => ReactNode) | undefined;
}

/** The look of every ready-made view, on what `useErrorView` knows. */
export function StatusPanel({ live, isForm = false, extra, ...props }: StatusPanelProps): ReactNode {
  const view = useErrorState(props);
  const { presentation, loadedAt } = view;
  const { dataUpdatedAt = 0 } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const isPage = presentation === 'page';
  const hasAppeared = useContext(AppearedContext);
  const takesFocus = usePageFocus(title, isPage && hasAppeared);
  useTitlePrefix(isPage || isForm);
  useAnnouncement(view.announcement, takesFocus ? 'off' : (live ?? view.live));

  const requestId = useId();
  const asking = view.actions.find(({ hint, isUnavailable }) => hint !== undefined && !isUnavailable);
  const isStrip = presentation === 'strip';
  const details = <Details />;
  return (
    <Root view={view}>
      <Layout>
        <Icon />
        <Content>
          <Title ref={title} />
          {view.body && <Body />}
          {view.safety && <Safety />}
          {loadedAt && (
            <StaleStamp>
              <time dateTime={new Date(dataUpdatedAt).toISOString()}>{loadedAt}</time>
            </StaleStamp>
          )}
          {view.gaveUp && <Body>{view.gaveUp}</Body>}
          {extra?.(view)}
          {asking && (
            <p id={requestId} data-part="request">
              {asking.hint}
            </p>
          )}
          {isStrip && details}
        </Content>
        {view.actions.length > 0 && (
          <Actions>
            {view.actions.map((action) => (
              <Way key={action.name} action={action} requestId={action === asking ? requestId : undefined} />
            ))}
          </Actions>
        )}
      </Layout>
      {!isStrip && details}
      <p data-part="reference">
        <bdi dir="ltr">{view.reference}</bdi>
      </p>
    </Root>
  );
}

interface WayProps {
  readonly action: ErrorAction;
  /** Of the sentence that says what to do before it is pressed. */
  readonly requestId: string | undefined;
}

/** One way out. Why it is not yet there is for the ear alone. */
function Way({ action, requestId }: WayProps): ReactNode {
  const { name, label, isPrimary, isUnavailable, hint, href, run } = action;
  const id = useId();
  const isHintHere = hint !== undefined && requestId === undefined;
  return (
    <Fragment>
      <Action
        data-action={name}
        isPrimary={isPrimary}
        isUnavailable={isUnavailable}
        href={href}
        target={href?.startsWith('https:') ? '_blank' : undefined}
        aria-describedby={isHintHere ? id : requestId}
        onClick={run}
      >
        {label}
      </Action>
      {isHintHere && (
        <span id={id} data-part="hint">
          {hint}
        </span>
      )}
    </Fragment>
  );
}
