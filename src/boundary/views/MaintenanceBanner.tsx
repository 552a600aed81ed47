'use client';

import { type ReactNode, useState } from 'react';
import { ServiceUnavailableError } from '../../errors/statusErrors.ts';
import { useConnection } from '../../query/useConnection.ts';
import { RetryAction } from '../actions.tsx';
import { useMinutesShown } from '../Countdown.tsx';
import { fillIn } from '../fillIn.ts';
import { Action } from '../parts.tsx';
import { StatusPanel } from '../StatusPanel.tsx';
import { useTimeOfDay } from '../timeOfDay.ts';
import { useClientIfAny, useConnectionIfAny } from '../useCause.ts';
import type { ErrorViewProps } from '../viewTypes.ts';

export const words = {
  title: '{service} is offline for planned work',
  known: 'Expected back {end}. This page checks on its own.',
  unknown: 'No end time was given. This page checks again on its own.',
  knownElsewhere: 'Expected back {end}.',
  unknownElsewhere: 'No end time was given.',
  stopped: 'This page no longer checks on its own.',
  safety: 'Entries on this page stay here.',
  next: { one: 'Next check within a minute', other: 'Next check in about {n} minutes' },
  checking: 'Checking now…',
  check: 'Check now',
  stop: 'Stop checking',
} as const;

export type MaintenanceBannerProps = Partial<ErrorViewProps<ServiceUnavailableError>>;

/**
 * Cobalt is offline for maintenance (503): says when it is expected back, if anybody knows, and when the next check is due. The
 * checks run by themselves, one for the whole client. Shows nothing while there is neither an error nor maintenance.
 *
 * It is *not* needed with `CobaltUI`, whose banner shows it once for the whole page.
 *
 * @example
 * <MaintenanceBanner presentation="banner" />
 */
export function MaintenanceBanner({ error, ...props }: MaintenanceBannerProps): ReactNode {
  return error ? <Maintenance {...props} given={error} /> : <MaintenanceOfConnection {...props} />;
}

function MaintenanceOfConnection(props: MaintenanceProps): ReactNode {
  const { maintenance } = useConnection();
  return maintenance && <Maintenance {...props} />;
}

interface MaintenanceProps extends Omit<MaintenanceBannerProps, 'error'> {
  readonly given?: ServiceUnavailableError | undefined;
}

/** An error needs no connection: it may have come from elsewhere, or be shown as an example. Then nobody checks by itself. */
function Maintenance({ given, ...props }: MaintenanceProps): ReactNode {
  const connection = useClientIfAny()?.connection;
  const { maintenance } = useConnectionIfAny();
  const [made] = useState(() => new ServiceUnavailableError({ method: 'GET', path: '', attempts: 0 }));
  const end = useTimeOfDay(maintenance ? maintenance.expectedEnd : given?.retryAt);
  const isStopped = maintenance?.isStopped === true;
  const known = maintenance ? words.known : words.knownElsewhere;
  const unknown = maintenance ? words.unknown : words.unknownElsewhere;
  return (
    <StatusPanel
      {...props}
      error={given ?? made}
      onRetry={maintenance ? () => connection?.check() : props.onRetry}
      isRetrying={maintenance ? maintenance.isChecking : props.isRetrying}
      severity="warning"
      words={{
        title: words.title,
        body: isStopped ? words.stopped : end ? known : unknown,
        safety: words.safety,
      }}
      values={{ end: end ?? '' }}
      phase={isStopped ? 'stopped' : maintenance ? 'waiting' : 'failed'}
      actions={
        <>
          <RetryAction label={words.check} />
          {maintenance && !isStopped && (
            <Action onClick={() => connection?.stop('maintenance')}>{words.stop}</Action>
          )}
        </>
      }
    >
      {maintenance && !isStopped && (
        <p data-part="next-check">
          {maintenance.isChecking ? words.checking : <NextCheck at={maintenance.nextCheckAt} />}
        </p>
      )}
    </StatusPanel>
  );
}

function NextCheck({ at }: { readonly at: number }): ReactNode {
  const n = useMinutesShown(at) ?? 1;
  return fillIn(words.next[n === 1 ? 'one' : 'other'], { n });
}
