'use client';

import type { ReactNode } from 'react';
import type { ServiceUnavailableError } from '../../errors/statusErrors.ts';
import { useMinutesShown } from '../Countdown.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useCause } from '../useCause.ts';
import { useCauseError } from '../useCauseError.ts';
import type { ErrorState } from '../useErrorState.ts';
import type { ErrorViewProps } from '../viewTypes.ts';
import { useWords } from '../words.ts';

/** What `MaintenanceBanner` takes: an error, or nothing, and then it shows the maintenance of the connection. */
export type MaintenanceBannerProps = Partial<ErrorViewProps<ServiceUnavailableError>>;

/**
 * Cobalt is offline for maintenance (503): says when it is expected back, if anybody knows, and when the next check is due. The
 * checks run by themselves, one for the whole client. Shows nothing while there is neither an error nor maintenance. The error of one
 * route that answers 503 while the rest of the API is there has words of its own.
 *
 * It is *not* needed with `CobaltUI`, whose banner shows it once for the whole page.
 *
 * @example
 * <MaintenanceBanner presentation="banner" />
 */
export function MaintenanceBanner({ error, ...props }: MaintenanceBannerProps): ReactNode {
  const known = useCauseError('maintenance');
  const { isHeld } = useCause(known);
  const shown = error ?? (isHeld && known);
  return shown && <Maintenance {...props} error={shown} />;
}

/** An error needs no connection: it may have come from elsewhere, or be shown as an example. Then nobody checks by itself. */
export function Maintenance(props: ErrorViewProps<ServiceUnavailableError>): ReactNode {
  return <StatusPanel {...props} extra={(view) => view.stop && <CheckLine view={view} />} />;
}

function CheckLine({ view: { isRetrying, nextCheckAt } }: { readonly view: ErrorState }): ReactNode {
  const { say } = useWords();
  const minutes = useMinutesShown(nextCheckAt);
  const isChecking = isRetrying || nextCheckAt === undefined;
  return (
    <p data-part="next-check">
      {isChecking ? say('maintenance.checking') : say('maintenance.next', { n: minutes ?? 1 })}
    </p>
  );
}
