import type { ReactNode } from 'react';
import type { SessionInfo } from '../../shared/demo.ts';
import { Link } from '../state/Link.tsx';
import { hrefTo, NOTHING_OPEN, type View, VIEW_NAMES, VIEWS } from '../state/url.ts';
import { OrganizationSelect } from './OrganizationSelect.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';

export interface HeaderProps {
  readonly view: View;
  readonly organizationId: string | undefined;
  readonly session: SessionInfo | undefined;
  readonly isConnecting: boolean;
  readonly isBreaking: boolean;
  readonly onConnect: () => void;
  readonly onBreak: () => void;
}

export function Header(props: HeaderProps): ReactNode {
  const { view, organizationId, session, isConnecting, isBreaking, onConnect, onBreak } = props;
  return (
    <header className="header">
      <p className="brand">
        <span className="brand-mark" aria-hidden="true" />
        Findings desk
        {session?.mode === 'live' && <span className="live">Live · {session.region?.toUpperCase()}</span>}
      </p>
      <OrganizationSelect organizationId={organizationId} />
      <nav className="nav" aria-label="Pages">
        {VIEWS.map((name) => (
          <Link
            key={name}
            href={hrefTo({ view: name, ...NOTHING_OPEN })}
            aria-current={name === view ? 'page' : undefined}
          >
            {VIEW_NAMES[name]}
          </Link>
        ))}
      </nav>
      <div className="header-tools">
        {/* Its room is kept until it is known whether it is there, so that the others stand still. */}
        {session?.mode !== 'live' && (
          <button
            type="button"
            className="accent"
            aria-expanded={isBreaking}
            onClick={onBreak}
            data-known={session !== undefined}
          >
            Break it
          </button>
        )}
        <button type="button" className="quiet" aria-expanded={isConnecting} onClick={onConnect}>
          Token
        </button>
        <ThemeToggle />
      </div>
    </header>
  );
}
