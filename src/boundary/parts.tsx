'use client';

import {
  type ComponentPropsWithoutRef,
  createElement,
  forwardRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type RefAttributes,
  useId,
  useMemo,
} from 'react';
import type { ErrorKind } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { PanelContext, usePanel } from './panelContext.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import type { ErrorSeverity, HeadingLevel, Phase, Presentation } from './viewTypes.ts';

export const words = {
  severity: { neutral: '', info: 'Note:', warning: 'Warning:', danger: 'Error:', success: '' },
} as const;

type PlainTag = 'div' | 'p' | 'span';

type PlainPart<Tag extends PlainTag> = ForwardRefExoticComponent<
  ComponentPropsWithoutRef<Tag> & RefAttributes<HTMLElementTagNameMap[Tag]>
>;

/** A part is one element: it takes every DOM prop and the ref, and adds nothing but its name. */
function plainPart<Tag extends PlainTag>(tag: Tag, name: string): PlainPart<Tag> {
  const Part = forwardRef<HTMLElement, ComponentPropsWithoutRef<PlainTag>>((props, ref) =>
    createElement(tag, { 'data-part': name, ...props, ref }),
  );
  Part.displayName = `ErrorPanel.${name}`;
  return Part as PlainPart<Tag>;
}

export const Layout: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'layout');
export const Content: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'content');
/** What happened, in at most two sentences. */
export const Body: PlainPart<'p'> = /* @__PURE__ */ plainPart('p', 'body');
/** What is safe: the question a person has before any other. */
export const Safety: PlainPart<'p'> = /* @__PURE__ */ plainPart('p', 'safety');
/** How old the data on screen is. */
export const StaleStamp: PlainPart<'p'> = /* @__PURE__ */ plainPart('p', 'stale-stamp');
export const Actions: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'actions');

export interface RootProps extends ComponentPropsWithoutRef<'section'> {
  readonly severity?: ErrorSeverity | undefined;
  readonly kind?: ErrorKind | undefined;
  readonly variant?: Presentation | undefined;
  readonly phase?: Phase | undefined;
  readonly operation?: OperationType | undefined;
  readonly isStale?: boolean | undefined;
  readonly isRetrying?: boolean | undefined;
  /** Makes the Retry action of the panel work. */
  readonly retry?: (() => void) | undefined;
}

/**
 * The outer element of an error: a `group` named by its title (a landmark for a banner, nothing for a whole page), with the state
 * as data attributes.
 */
export const Root: ForwardRefExoticComponent<RootProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, RootProps>(function Root(
    {
      severity = 'neutral',
      kind,
      variant = 'inline',
      phase = 'failed',
      operation,
      isStale,
      isRetrying = false,
      retry,
      ...props
    },
    ref,
  ) {
    const titleId = useId();
    const panel = useMemo(
      () => ({ titleId, severity, isRetrying, retry }),
      [titleId, severity, isRetrying, retry],
    );
    const isPage = variant === 'page';
    return (
      <PanelContext.Provider value={panel}>
        <section
          data-cobalt=""
          data-part="root"
          data-kind={kind}
          data-severity={severity}
          data-variant={variant}
          data-phase={phase}
          data-scope={variant === 'banner' ? 'provider' : 'widget'}
          data-operation={operation}
          data-stale={isStale ? '' : undefined}
          role={isPage ? undefined : variant === 'banner' ? 'region' : 'group'}
          aria-labelledby={isPage ? undefined : titleId}
          aria-busy={isRetrying || undefined}
          {...props}
          ref={ref}
        />
      </PanelContext.Provider>
    );
  });

/** Says the severity to the eye; the title says it to the ear. */
export const Icon: ForwardRefExoticComponent<
  ComponentPropsWithoutRef<'span'> & RefAttributes<HTMLSpanElement>
> = /* @__PURE__ */ forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(function Icon(props, ref) {
  const { severity } = usePanel();
  return (
    <span data-part="icon" aria-hidden="true" {...props} ref={ref}>
      {props.children ?? <SeverityIcon severity={severity} />}
    </span>
  );
});

export interface TitleProps extends ComponentPropsWithoutRef<'h2'> {
  readonly level?: HeadingLevel | undefined;
}

/** The heading, which names the panel. */
export const Title: ForwardRefExoticComponent<TitleProps & RefAttributes<HTMLHeadingElement>> =
  /* @__PURE__ */ forwardRef<HTMLHeadingElement, TitleProps>(function Title(
    { level = 2, children, ...props },
    ref,
  ) {
    const { titleId, severity } = usePanel();
    const Heading = `h${level}` as 'h2';
    const label = words.severity[severity];
    return (
      <Heading data-part="title" id={titleId} {...props} ref={ref}>
        {label && (
          <>
            <span data-part="severity-label">{label}</span>{' '}
          </>
        )}
        {children}
      </Heading>
    );
  });

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

/** One way out. Never `disabled`: that would drop the focus of whoever just pressed it. */
export const Action: ForwardRefExoticComponent<ActionProps & RefAttributes<HTMLButtonElement>> =
  /* @__PURE__ */ forwardRef<HTMLButtonElement, ActionProps>(function Action(
    { isPrimary, isUnavailable, href, target, onClick, children, ...props },
    ref,
  ) {
    const state = {
      'data-part': 'action',
      'data-primary': isPrimary ? '' : undefined,
      'data-disabled': isUnavailable ? '' : undefined,
    };
    if (href !== undefined && /^(https|mailto):/.test(href)) {
      const link = props as ComponentPropsWithoutRef<'a'>;
      return (
        <a {...state} href={href} target={target} rel="noreferrer" {...link}>
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
        ref={ref}
      >
        {children}
      </button>
    );
  });
