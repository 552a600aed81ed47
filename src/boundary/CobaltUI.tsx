'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { LiveRegions } from './LiveRegions.tsx';
import { createAnnouncer } from './announcer.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { createOutage } from './outage.ts';
import { UIContext, type UISettings } from './settings.ts';
import { useLatest } from './useLatest.ts';
import { useOwnWords, WordsContext } from './words.ts';

/** What `CobaltUI` takes: the settings of every view below it. */
export interface CobaltUIProps extends UISettings {
  /** False: place `<ConnectionBanner />` yourself, somewhere below. */
  readonly banner?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * Near the root, inside `CobaltProvider`: shows once what concerns the whole connection (signed out, limit spent, maintenance,
 * offline, out of reach for several parts of the page), tells screen readers what fails and recovers, and holds the settings of all error views below. With it, widgets that
 * wait for the connection show a quiet line instead of one big message each.
 *
 * It is *not* required: without it every boundary shows its full view in place, and nothing is announced.
 *
 * @example
 * // Settles when the person is signed in again, not when a window opens; `false`: they gave up.
 * const signInAgain = async () => ((await signInWindow()) ? undefined : false);
 *
 * <CobaltProvider client={client}>
 *   <CobaltUI onReauthenticate={signInAgain}>
 *     <App />
 *   </CobaltUI>
 * </CobaltProvider>
 */
export function CobaltUI({
  banner = true,
  children,
  service,
  locale,
  messages,
  ...props
}: CobaltUIProps): ReactNode {
  const words = useOwnWords({ service, locale, messages });
  const say = useLatest(words.say);
  const [announcer] = useState(() => createAnnouncer((n) => say.current('announcer.manyParts', { n })));
  const [outage] = useState(createOutage);
  // After the effects of everything below: what came together with the page is read with the page.
  useEffect(() => announcer.mounted(), [announcer]);
  const [banners, setBanners] = useState(0);
  const addBanner = useCallback(() => {
    setBanners((count) => count + 1);
    return () => {
      setBanners((count) => count - 1);
    };
  }, []);
  const hasBanner = banners > 0;
  const given = useSameProps(props);
  const settings = useMemo(
    () => ({ ...given, announcer, outage, hasBanner, addBanner }),
    [given, announcer, outage, hasBanner, addBanner],
  );
  return (
    <WordsContext.Provider value={words}>
      <UIContext.Provider value={settings}>
        <LiveRegions announcer={announcer} />
        {banner && <ConnectionBanner />}
        {children}
      </UIContext.Provider>
    </WordsContext.Provider>
  );
}

/** The same object as long as its values are: an app that renders anew does not render every view below. */
function useSameProps<Props extends object>(props: Props): Props {
  const [kept, setKept] = useState(props);
  const keys = Object.keys({ ...kept, ...props }) as (keyof Props)[];
  if (keys.every((key) => Object.is(kept[key], props[key]))) return kept;
  setKept(props);
  return props;
}
