'use client';

import { type Context, createContext, useContext, useMemo } from 'react';
import { english } from './english.ts';
import { formatMessage, formatUnit, type Values } from './formatMessage.ts';
import type { CobaltMessages, MessageKey } from './messages.ts';
import { warnOfMessages } from './warnOfMessages.ts';

interface Language {
  readonly service?: string | undefined;
  readonly locale?: string | undefined;
  readonly messages?: Partial<CobaltMessages> | undefined;
}

/** The sentences of the views, in the language of the page. */
export interface Words {
  readonly say: (key: MessageKey, values?: Values) => string;
  /** "30 seconds", in the plural form and the digits of the language. */
  readonly unit: (value: number, unit: 'second' | 'minute') => string;
  /** Seconds, or whole minutes above one. */
  readonly duration: (seconds: number) => string;
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  /** What they were made of, so that one view can change some of them. */
  readonly language: Language;
}

const MINUTE = 60;

function createWords(language: Language): Words {
  const { service = 'Cobalt', messages = {} } = language;
  const locale = language.locale ?? messages.locale ?? english.locale;
  if (process.env.NODE_ENV !== 'production') warnOfMessages(messages);
  return {
    language,
    locale,
    say(key, given) {
      const message = messages[key] ?? english[key];
      const values = { service, ...given };
      // A function was written for the values of its own key.
      return typeof message === 'function'
        ? (message as (values: Values) => string)(values)
        : formatMessage(message, values, locale);
    },
    unit: (value, unit) => formatUnit(value, unit, locale),
    duration: (seconds) =>
      seconds > MINUTE
        ? formatUnit(Math.ceil(seconds / MINUTE), 'minute', locale)
        : formatUnit(seconds, 'second', locale),
  };
}

export const WordsContext: Context<Words> = /* @__PURE__ */ createContext(/* @__PURE__ */ createWords({}));

/** For who reads English whatever the page speaks: Cobalt's own support. */
export const ENGLISH: Words = /* @__PURE__ */ createWords({});

/** The words of the nearest `CobaltUI` or view; without one, English. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** Those words with some of them changed, for one view or for everything below. */
export function useOwnWords({ service, locale, messages }: Language): Words {
  const outer = useContext(WordsContext);
  return useMemo(() => {
    if (service === undefined && locale === undefined && messages === undefined) return outer;
    return createWords({
      service: service ?? outer.language.service,
      locale: locale ?? (messages?.locale === undefined ? outer.language.locale : undefined),
      messages: messages ? { ...outer.language.messages, ...messages } : outer.language.messages,
    });
  }, [outer, service, locale, messages]);
}
