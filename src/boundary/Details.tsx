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
import { useSettings } from './settings.ts';
import { type DetailRow, detailText } from './technicalDetails.ts';

export const words = {
  summary: 'Technical details',
  copy: 'Copy details',
  copied: 'Copied',
  press: 'Press Ctrl+C',
} as const;

const SHOWN_MS = 2000;

export interface DetailsProps extends ComponentPropsWithoutRef<'details'> {
  readonly rows: readonly DetailRow[];
}

/** What a developer or Cobalt's support needs, closed until asked for. Copies exactly the rows that it shows. */
export const Details: ForwardRefExoticComponent<DetailsProps & RefAttributes<HTMLDetailsElement>> =
  /* @__PURE__ */ forwardRef<HTMLDetailsElement, DetailsProps>(function Details({ rows, ...props }, ref) {
    const { announcer } = useSettings();
    const list = useRef<HTMLDListElement>(null);
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
      if (list.current) getSelection()?.selectAllChildren(list.current);
      tell(words.press);
    };
    const copy = (): void => {
      // Missing outside of secure contexts, whatever its type says.
      const { clipboard } = navigator as { clipboard?: Clipboard };
      if (!clipboard) selectText();
      else
        clipboard.writeText(detailText(rows)).then(() => {
          tell(words.copied);
        }, selectText);
    };

    return (
      <details data-part="details" {...props} ref={ref}>
        <summary data-part="details-summary">{words.summary}</summary>
        <dl data-part="details-list" ref={list}>
          {rows.map(([label, value]) => (
            <div data-part="details-row" key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi dir="ltr">{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <p data-part="copy">
          <button type="button" data-part="action" onClick={copy}>
            {words.copy}
          </button>
          <span data-part="copy-note">{note}</span>
        </p>
      </details>
    );
  });
