'use client';

import { type ReactNode, useState } from 'react';
import { ServiceUnavailableError } from '../../errors/statusErrors.ts';
import { useConnection } from '../../query/useConnection.ts';
import { useMinutesShown } from '../Countdown.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import type { ErrorState } from '../useErrorState.ts';
import type { ErrorViewProps } from '../viewTypes.ts';
import { useWords } from '../words.ts';

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
  return error ? <Maintenance {...props} error={error} /> : <MaintenanceOfConnection {...props} />;
}

function MaintenanceOfConnection(props: Omit<MaintenanceBannerProps, 'error'>): ReactNode {
  const { maintenance } = useConnection();
  const [made] = useState(() => new ServiceUnavailableError({ method: 'GET', path: '', attempts: 0 }));
  return maintenance && <Maintenance {...props} error={made} />;
}

/** An error needs no connection: it may have come from elsewhere, or be shown as an example. Then nobody checks by itself. */
function Maintenance(props: ErrorViewProps<ServiceUnavailableError>): ReactNode {
  return <StatusPanel {...props} extra={(view) => view.stop && <CheckLine view={view} />} />;
}

function CheckLine({ view: { isRetrying, nextCheckAt } }: { readonly view: ErrorState }): ReactNode {
  const { say } = useWords();
  return (
    <p data-part="next-check">
      {isRetrying || nextCheckAt === undefined ? say('maintenance.checking') : <NextCheck at={nextCheckAt} />}
    </p>
  );
}

function NextCheck({ at }: { readonly at: number }): ReactNode {
  const { say } = useWords();
  return say('maintenance.next', { n: useMinutesShown(at) ?? 1 });
}
