'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
  useEffect,
  useRef,
  useState,
} from 'react';
import { usePanel, usePartClass } from './panelContext.ts';
import { useSettings } from './settings.ts';
import { type DetailRow, detailText } from './technicalDetails.ts';
import { useWords } from './words.ts';

const SHOWN_MS = 2000;

export interface RowProps extends ComponentPropsWithoutRef<'div'> {
  readonly label: string;
}

/** One line of the technical details: what it is, and its value. */
export const Row: ForwardRefExoticComponent<RowProps & RefAttributes<HTMLDivElement>> =
  /* @__PURE__ */ forwardRef<HTMLDivElement, RowProps>(function Row({ label, children, ...props }, ref) {
    const className = usePartClass('row', props.className);
    return (
      <div data-part="details-row" {...props} className={className} ref={ref}>
        <dt>{label}</dt>
        <dd>
          <bdi dir="ltr">{children}</bdi>
        </dd>
      </div>
    );
  });

export interface CopyProps extends ComponentPropsWithoutRef<'p'> {
  /** Left out: those of the panel. */
  readonly rows?: readonly DetailRow[] | undefined;
}

/** Copies exactly the rows that are shown. Where there is no clipboard they are selected instead. */
export const Copy: ForwardRefExoticComponent<CopyProps & RefAttributes<HTMLParagraphElement>> =
  /* @__PURE__ */ forwardRef<HTMLParagraphElement, CopyProps>(function Copy(
    { rows, children, ...props },
    ref,
  ) {
    const { view } = usePanel();
    const { announcer } = useSettings();
    const { say } = useWords();
    const className = usePartClass('copy', props.className);
    const button = useRef<HTMLButtonElement>(null);
    const [note, setNote] = useState('');

    useEffect(() => {
      if (!note) return;
      const timer = setTimeout(() => {
        setNote('');
      }, SHOWN_MS);
      return () => {
        clearTimeout(timer);
      };
    }, [note]);

    const tell = (text: string): void => {
      setNote(text);
      announcer?.announce(text, { key: `copy ${String(Date.now())}` });
    };
    const selectText = (): void => {
      const list = button.current?.closest('details')?.querySelector('dl');
      if (list) getSelection()?.selectAllChildren(list);
      tell(say('details.press'));
    };
    const copy = (): void => {
      // Missing outside of secure contexts, whatever its type says.
      const { clipboard } = navigator as { clipboard?: Clipboard };
      if (!clipboard) selectText();
      else
        clipboard.writeText(detailText(rows ?? view?.details ?? [])).then(() => {
          tell(say('details.copied'));
        }, selectText);
    };

    return (
      <p data-part="copy" {...props} className={className} ref={ref}>
        <button type="button" data-part="action" data-action="copy" ref={button} onClick={copy}>
          {children ?? say('details.copy')}
        </button>
        <span data-part="copy-note">{note}</span>
      </p>
    );
  });

export interface DetailsProps extends ComponentPropsWithoutRef<'details'> {
  /** Left out: those of the panel's `view`. */
  readonly rows?: readonly DetailRow[] | undefined;
}

/** What a developer or Cobalt's support needs, closed until asked for. With children it shows those instead of rows and button. */
export const Details: ForwardRefExoticComponent<DetailsProps & RefAttributes<HTMLDetailsElement>> =
  /* @__PURE__ */ forwardRef<HTMLDetailsElement, DetailsProps>(function Details(
    { rows: given, children, ...props },
    ref,
  ) {
    const { view } = usePanel();
    const { say } = useWords();
    const className = usePartClass('details', props.className);
    const rows = given ?? view?.details ?? [];
    return (
      <details data-part="details" {...props} className={className} ref={ref}>
        <summary data-part="details-summary">{say('details.summary')}</summary>
        {children ?? (
          <>
            <dl data-part="details-list">
              {rows.map(([label, value]) => (
                <Row key={label} label={label}>
                  {value}
                </Row>
              ))}
            </dl>
            <Copy rows={rows} />
          </>
        )}
      </details>
    );
  });
