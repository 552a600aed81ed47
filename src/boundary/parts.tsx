'use client';

import {
  type ComponentPropsWithoutRef,
  createElement,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
  type RefObject,
  useCallback,
  useId,
  useMemo,
  useRef,
} from 'react';
import type { ErrorKind } from '../errors/anyCobaltError.ts';
import type { OperationType } from '../errors/CobaltError.ts';
import { joined, PanelContext, usePanel, usePartClass } from './panelContext.ts';
import { useSettings } from './settings.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import type { ErrorState } from './useErrorState.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import type {
  Density,
  ErrorAttributes,
  ErrorClassNames,
  ErrorPart,
  ErrorSeverity,
  HeadingLevel,
  Phase,
  Presentation,
} from './viewTypes.ts';
import { useWords, WordsContext } from './words.ts';

type PlainTag = 'div' | 'p' | 'span';

type PlainPart<Tag extends PlainTag> = ForwardRefExoticComponent<
  ComponentPropsWithoutRef<Tag> & RefAttributes<HTMLElementTagNameMap[Tag]>
>;

/**
 * A part is one element: it takes every DOM prop and the ref, and adds nothing but its name, and without children the sentence that the
 * panel's view has for it.
 */
function plainPart<Tag extends PlainTag>(
  tag: Tag,
  part: ErrorPart,
  sentence?: 'body' | 'safety' | 'loadedAt',
  name: string = part,
): PlainPart<Tag> {
  const Part = forwardRef<HTMLElement, ComponentPropsWithoutRef<PlainTag>>(function Part(props, ref) {
    const className = usePartClass(part, props.className);
    const { view } = usePanel();
    const children = props.children ?? (sentence && view?.[sentence]);
    return createElement(tag, { 'data-part': name, ...props, className, ref, children });
  });
  Part.displayName = `ErrorPanel.${part}`;
  return Part as PlainPart<Tag>;
}

export const Layout: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'layout');
export const Content: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'content');
/** What happened, in at most two sentences. */
export const Body: PlainPart<'p'> = /* @__PURE__ */ plainPart('p', 'body', 'body');
/** What is safe: the question a person has before any other. */
export const Safety: PlainPart<'p'> = /* @__PURE__ */ plainPart('p', 'safety', 'safety');
/** How old the data on screen is. */
export const StaleStamp: PlainPart<'p'> = /* @__PURE__ */ plainPart(
  'p',
  'staleStamp',
  'loadedAt',
  'stale-stamp',
);
export const Actions: PlainPart<'div'> = /* @__PURE__ */ plainPart('div', 'actions');

export interface RootProps extends ComponentPropsWithoutRef<'section'> {
  /** What `useErrorView` gave: everything below that is left out is read off it, and the parts inside know their texts. */
  readonly view?: ErrorState | undefined;
  readonly severity?: ErrorSeverity | undefined;
  readonly kind?: ErrorKind | undefined;
  readonly variant?: Presentation | undefined;
  readonly phase?: Phase | undefined;
  readonly operation?: OperationType | undefined;
  readonly density?: Density | undefined;
  readonly isStale?: boolean | undefined;
  readonly isRetrying?: boolean | undefined;
  /** Makes `ErrorPanel.Retry` work. */
  readonly retry?: (() => void) | undefined;
  /** Makes `ErrorPanel.StopAuto` work. */
  readonly stop?: (() => void) | undefined;
  /** A class name for each part inside. */
  readonly classNames?: ErrorClassNames | undefined;
  /** Gets the focus when this goes while the focus is in it. */
  readonly returnFocusRef?: RefObject<HTMLElement | null> | undefined;
}

/**
 * The outer element of an error: a `group` named by its title (a landmark for a banner, nothing for a whole page), with the state
 * as data attributes. When it goes while the focus is in it, the focus goes where the person was before.
 */
export const Root: ForwardRefExoticComponent<RootProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, RootProps>(function Root(props, ref) {
    const { view, severity, kind, variant, phase, operation, density, isStale, ...others } = props;
    const {
      isRetrying = view?.isRetrying ?? false,
      retry = view?.retry,
      stop = view?.stop,
      ...rest
    } = others;
    const { classNames = view?.classNames, returnFocusRef = view?.returnFocusRef, ...given } = rest;
    const { onFocus, className, ...dom } = given;
    const settings = useSettings();
    const words = useWords();
    const own = useRef<HTMLElement>(null);
    const rememberFocus = useFocusReturn(own, returnFocusRef);
    const titleId = useId();
    const presentation = variant ?? view?.presentation ?? 'inline';
    const attributes: ErrorAttributes = {
      'data-kind': kind ?? view?.kind,
      'data-severity': severity ?? view?.severity ?? 'neutral',
      'data-variant': presentation,
      'data-phase': phase ?? view?.phase ?? 'failed',
      'data-scope': presentation === 'banner' ? 'provider' : 'widget',
      'data-operation': operation ?? view?.operation,
      'data-stale': (isStale ?? view?.attributes['data-stale'] === '') ? '' : undefined,
      'data-density': density ?? view?.attributes['data-density'] ?? settings.density,
    };
    const shown = attributes['data-severity'];
    const panel = useMemo(
      () => ({ titleId, severity: shown, isRetrying, retry, stop, classNames, view }),
      [titleId, shown, isRetrying, retry, stop, classNames, view],
    );
    const take = useCallback(
      (element: HTMLElement | null) => {
        own.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      },
      [ref],
    );
    const isPage = presentation === 'page';
    return (
      <WordsContext.Provider value={view?.words ?? words}>
        <PanelContext.Provider value={panel}>
          <section
            data-cobalt=""
            data-part="root"
            {...attributes}
            role={isPage ? undefined : presentation === 'banner' ? 'region' : 'group'}
            aria-labelledby={isPage ? undefined : titleId}
            aria-busy={isRetrying || undefined}
            {...dom}
            className={joined(classNames?.root, className)}
            onFocus={(event) => {
              rememberFocus(event);
              onFocus?.(event);
            }}
            ref={take}
          />
        </PanelContext.Provider>
      </WordsContext.Provider>
    );
  });

/** Says the severity to the eye; the title says it to the ear. */
export const Icon: ForwardRefExoticComponent<
  ComponentPropsWithoutRef<'span'> & RefAttributes<HTMLSpanElement>
> = /* @__PURE__ */ forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(function Icon(props, ref) {
  const { severity } = usePanel();
  const className = usePartClass('icon', props.className);
  return (
    <span data-part="icon" aria-hidden="true" {...props} className={className} ref={ref}>
      {props.children ?? <SeverityIcon severity={severity} />}
    </span>
  );
});

export interface TitleProps extends ComponentPropsWithoutRef<'h2'> {
  /** Left out: as the panel's view was told, else 2. */
  readonly level?: HeadingLevel | undefined;
}

/** The heading, which names the panel. Without children it is the title of the panel's view. */
export const Title: ForwardRefExoticComponent<TitleProps & RefAttributes<HTMLHeadingElement>> =
  /* @__PURE__ */ forwardRef<HTMLHeadingElement, TitleProps>(function Title(
    { level, children, ...props },
    ref,
  ) {
    const { titleId, severity, view } = usePanel();
    const { say } = useWords();
    const className = usePartClass('title', props.className);
    const Heading = `h${level ?? view?.headingLevel ?? 2}` as 'h2';
    return (
      <Heading data-part="title" id={titleId} {...props} className={className} ref={ref}>
        {severity !== 'neutral' && severity !== 'success' && (
          <>
            <span data-part="severity-label">{say(`severity.${severity}`)}</span>{' '}
          </>
        )}
        {children ?? view?.title}
      </Heading>
    );
  });
