import { createContext, useContext, useEffect } from 'react';

const LONGEST = 120;
/** Line breaks and the like, and what turns the direction of writing: it would turn the rest of the title, too. */
const UNSHOWN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Tells the window's title what is open; given by the app. */
export const OpenTitleContext = createContext<(title: string | undefined) => void>(() => undefined);

/** Names what this component shows in the window's title, for as long as it is there. */
export function useOpenTitle(title: string | undefined): void {
  const tell = useContext(OpenTitleContext);
  useEffect(() => {
    tell(title);
    return () => {
      tell(undefined);
    };
  }, [tell, title]);
}

/** The most special first: tabs show no more than the beginning. */
export function useDocumentTitle(parts: readonly (string | undefined)[]): void {
  const title = parts
    .flatMap((part) => (part ? [part.replace(UNSHOWN, ' ').slice(0, LONGEST)] : []))
    .join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
