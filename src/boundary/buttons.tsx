'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
} from 'react';
import type { AnyCobaltError } from '../errors/anyCobaltError.ts';
import { usePanel, usePartClass } from './panelContext.ts';
import { useSettings } from './settings.ts';
import { reportLink, reportOf } from './technicalDetails.ts';
import { useWords } from './words.ts';

export interface ActionProps extends ComponentPropsWithoutRef<'button'> {
  /** The one thing that most people want here. */
  readonly isPrimary?: boolean | undefined;
  /** Not yet: the button stays focusable, does nothing, and should be described by the reason. */
  readonly isUnavailable?: boolean | undefined;
  /** Makes it a link; only https: and mailto: are links. */
  readonly href?: string | undefined;
  /** Of a link. */
  readonly target?: '_blank' | undefined;
}

type Button<Props> = ForwardRefExoticComponent<Props & RefAttributes<HTMLButtonElement>>;

/**
 * One way out. Never `disabled`: that would drop the focus of whoever just pressed it. It says what you give it as children, and is not
 * there without: a button without a name helps nobody.
 */
export const Action: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function Action({ isPrimary, isUnavailable, href, target, onClick, children, ...props }, ref) {
    const className = usePartClass('action', props.className);
    if (!children) return null;
    const state = {
      'data-part': 'action',
      'data-primary': isPrimary ? '' : undefined,
      'data-disabled': isUnavailable ? '' : undefined,
    };
    if (href !== undefined && /^(https|mailto):/.test(href)) {
      const link = { ...props, ref } as ComponentPropsWithoutRef<'a'> & RefAttributes<HTMLAnchorElement>;
      return (
        <a {...state} href={href} target={target} rel="noreferrer" {...link} className={className}>
          {children}
        </a>
      );
    }
    return (
      <button
        type="button"
        {...state}
        aria-disabled={isUnavailable ? true : undefined}
        onClick={(event: MouseEvent<HTMLButtonElement>) => {
          if (isUnavailable) event.preventDefault();
          else onClick?.(event);
        }}
        {...props}
        className={className}
        ref={ref}
      >
        {children}
      </button>
    );
  },
);

/** The one thing that most people want here; yours to name, and not there without children. */
export const Primary: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function Primary(props, ref) {
    return <Action data-action="primary" isPrimary {...props} ref={ref} />;
  },
);

/** Any other way out; yours to name, and not there without children. */
export const Secondary: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function Secondary(props, ref) {
    return <Action data-action="secondary" {...props} ref={ref} />;
  },
);

/** Tries again, where the panel has something to try. It keeps its place and the focus while it runs. */
export const Retry: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function Retry({ isUnavailable = false, children, ...props }, ref) {
    const { retry, isRetrying } = usePanel();
    const { say } = useWords();
    if (!retry) return null;
    return (
      <Action
        data-action="retry"
        isPrimary
        isUnavailable={isUnavailable || isRetrying}
        onClick={retry}
        {...props}
        ref={ref}
      >
        {isRetrying ? say('action.trying') : (children ?? say('action.tryAgain'))}
      </Action>
    );
  },
);

/** Keeps what goes on by itself from going on. It is there exactly as long as something does. */
export const StopAuto: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function StopAuto({ children, ...props }, ref) {
    const { stop } = usePanel();
    const { say } = useWords();
    if (!stop) return null;
    return (
      <Action data-action="stop" onClick={stop} {...props} ref={ref}>
        {children ?? say('rateLimited.stop')}
      </Action>
    );
  },
);

/** Takes the message away, by an `onClick` of yours. Without children it says "Hide". */
export const Dismiss: Button<ActionProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(
  function Dismiss({ children, ...props }, ref) {
    const { say } = useWords();
    return (
      <Action data-action="dismiss" {...props} ref={ref}>
        {children ?? say('action.hide')}
      </Action>
    );
  },
);

export interface ReportProps extends ActionProps {
  /** Left out: the error of the panel's `view`. */
  readonly error?: AnyCobaltError | undefined;
}

/** A letter to Cobalt with what the technical details show, or what the app does instead. */
export const Report: Button<ReportProps> = /* @__PURE__ */ forwardRef<HTMLButtonElement, ReportProps>(
  function Report({ error: given, children, ...props }, ref) {
    const { view } = usePanel();
    const { onReport, reportAddress } = useSettings();
    const { say } = useWords();
    const error = given ?? view?.error;
    if (!error) return null;
    const way = onReport
      ? { onClick: () => onReport(error, reportOf(error)) }
      : { href: reportLink(error, reportAddress) };
    return (
      <Action data-action="report" {...way} {...props} ref={ref}>
        {children ?? say('action.report')}
      </Action>
    );
  },
);
