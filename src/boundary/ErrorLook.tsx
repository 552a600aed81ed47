'use client';

import { type ComponentType, createElement, type ReactNode } from 'react';
import { type AnyCobaltError, type ErrorSelector, isCobaltError } from '../errors/anyCobaltError.ts';
import { useSettings } from './settings.ts';
import { useCause } from './useCause.ts';
import { PlainView } from './views/PlainView.tsx';
import { PlaceholderView } from './views/PlaceholderView.tsx';
import { VIEWS } from './views/views.ts';
import { useSharedOutage } from './useOutage.ts';
import type { ErrorViewProps, ErrorViews } from './viewTypes.ts';

/** A view with the error that it was chosen for. */
export type AnyView = ComponentType<ErrorViewProps>;

/** The app's own view for an error, if it has one: by status first, then by kind. */
export function ownView(error: AnyCobaltError, views: ErrorViews | undefined): AnyView | undefined {
  if (!views) return undefined;
  const selectors = [error.status, 429, 509, error.kind] as (ErrorSelector | undefined)[];
  const selector = selectors.find((key) => key !== undefined && views[key] && isCobaltError(error, key));
  // The selector that found it says that the error fits.
  return selector && (views[selector] as AnyView);
}

/** One error in its look: the app's own, a quiet placeholder where the banner speaks, or the ready-made one. */
export function ErrorLook({
  views,
  ...given
}: ErrorViewProps & { readonly views?: ErrorViews | undefined }): ReactNode {
  const { error, hasGivenUp } = given;
  const settings = useSettings();
  const { cause, isHeld, hasEnded } = useCause(error);
  // Whoever counts down for a write says by itself when it is over.
  const isOfAll = cause !== undefined && cause !== 'cooldown-write';
  const props = { ...given, hasEnded: hasEnded && isOfAll && error.operation === 'write' };
  const Own = ownView(error, views);
  const isShared = useSharedOutage(given, !Own);
  if (Own) return createElement(Own, props);
  if (isShared) return <PlaceholderView {...props} />;
  if (isOfAll && settings.hasBanner && isHeld && !hasGivenUp) return <PlaceholderView {...props} />;
  if (props.hasEnded) return <PlainView {...props} />;
  return createElement(ownView(error, settings.views) ?? (VIEWS[error.kind] as AnyView), props);
}
