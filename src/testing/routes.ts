import { assetFileRoutes } from './resources/assetFiles.ts';
import { assetRoutes } from './resources/assets.ts';
import { attackSurfaceRoutes } from './resources/attackSurface.ts';
import { dastFindingRoutes } from './resources/dastFindings.ts';
import { dastScanRoutes } from './resources/dastScans.ts';
import { dastTargetRoutes } from './resources/dastTargets.ts';
import { engagementFindingRoutes } from './resources/engagementFindings.ts';
import { engagementRoutes } from './resources/engagements.ts';
import { eventRoutes } from './resources/events.ts';
import { findingRoutes } from './resources/findings.ts';
import { organizationRoutes } from './resources/organizations.ts';
import { pentestReportRoutes } from './resources/pentestReports.ts';
import { pentestRoutes } from './resources/pentests.ts';
import { ticketReferenceRoutes } from './resources/ticketReferences.ts';
import { tokenRoutes } from './resources/tokens.ts';
import { webhookRoutes } from './resources/webhooks.ts';
import type { Route } from './router.ts';

/** Everything the mock answers: a new resource is a new file and a line here. */
export const routes: readonly Route[] = [
  ...organizationRoutes,
  ...tokenRoutes,
  ...eventRoutes,
  ...assetRoutes,
  ...assetFileRoutes,
  ...pentestRoutes,
  ...pentestReportRoutes,
  ...findingRoutes,
  ...engagementRoutes,
  ...engagementFindingRoutes,
  ...attackSurfaceRoutes,
  ...dastTargetRoutes,
  ...dastScanRoutes,
  ...dastFindingRoutes,
  ...ticketReferenceRoutes,
  ...webhookRoutes,
];
