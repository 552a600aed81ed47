import * as door from 'cobalt-react';
import { describe, expect, it } from 'vitest';

/** Written by hand: the names that people guess, and one descriptor for each of Cobalt's 48 operations. */

const hooks = `
useOrganizations useTokens useRefreshToken useEvents useAssets useAsset useCreateAsset useUpdateAsset useDeleteAsset
useUploadAssetAttachment useDeleteAssetAttachment useUploadAssetLogo usePentests usePentest usePentestReport useCreatePentest
useUpdatePentest useDuplicatePentest useDeletePentest useFindings useFinding useFindingPossibleStates useUpdateFindingState
useEngagements useEngagement useEngagementFindings useEngagementFinding useUpdateEngagementFindingState useAttackSurface
useDastTargets useDastTarget useDastScans useDastScan useStartDastScan useScheduleDastScan useDastFindings useDastFinding
useRetestDastFinding useUpdateDastFindingState useTicketReferences useCreateTicketReference useUpdateTicketReference
useDeleteTicketReference useWebhooks useWebhook useCreateWebhook useUpdateWebhook useDeleteWebhook`
  .trim()
  .split(/\s+/);

const infinite = `
Organizations Tokens Events Assets Pentests Findings Engagements EngagementFindings DastTargets DastScans DastFindings Webhooks`
  .trim()
  .split(/\s+/);

const reads = `
listOrganizations GET /orgs
listTokens GET /tokens
listEvents GET /events
listAssets GET /assets
getAsset GET /assets/{id}
listPentests GET /pentests
getPentest GET /pentests/{id}
getPentestReport GET /pentests/{id}/report
listFindings GET /findings
getFinding GET /findings/{id}
getFindingPossibleStates GET /findings/{id}/possible_states
listEngagements GET /engagements
getEngagement GET /engagements/{id}
listEngagementFindings GET /engagement_findings
getEngagementFinding GET /engagement_findings/{id}
getAttackSurface GET /attack_surface/stats
listDastTargets GET /dast/targets
getDastTarget GET /dast/targets/{id}
listDastScans GET /dast/scans
getDastScan GET /dast/scans/{id}
listDastFindings GET /dast/findings
getDastFinding GET /dast/findings/{id}
searchTicketReferences POST /external_ticket_references/search
listWebhooks GET /webhooks
getWebhook GET /webhooks/{id}`;

const writes = `
refreshToken POST /tokens/{id}/refresh
createAsset POST /assets
updateAsset PUT /assets/{id}
deleteAsset DELETE /assets/{id}
uploadAssetAttachment POST /assets/{id}/attachments
deleteAssetAttachment DELETE /assets/{id}/attachments/{attachment_id}
uploadAssetLogo POST /assets/{id}/logo
createPentest POST /pentests
updatePentest PUT /pentests/{id}
duplicatePentest POST /pentests/{id}/duplicate
deletePentest DELETE /pentests/{id}
updateFindingState PATCH /findings/{id}
updateEngagementFindingState PATCH /engagement_findings/{id}
startDastScan POST /dast/targets/{target_id}/scans
scheduleDastScan POST /dast/targets/{target_id}/scheduled_scans
retestDastFinding POST /dast/findings/{id}/retest
updateDastFindingState PATCH /dast/findings/{id}
createTicketReference POST /external_ticket_references
updateTicketReference PATCH /external_ticket_references/{id}
deleteTicketReference DELETE /external_ticket_references/{id}
createWebhook POST /webhooks
updateWebhook PATCH /webhooks/{id}
deleteWebhook DELETE /webhooks/{id}`;

const table = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

const exported: Readonly<Record<string, unknown>> = door;
const isDescriptor = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

describe('the names of the API', () => {
  it('are one hook for each operation, and an infinite one for each list with cursors, and no others', () => {
    const ofTheLibrary = [
      'useCobaltClient',
      'useConnection',
      'useErrorView',
      'useFetchAll',
      'useFieldErrors',
    ];
    const found = Object.keys(exported).filter((name) => /^use[A-Z]/.test(name));
    expect(found.sort()).toEqual(
      [...hooks, ...infinite.map((name) => `useInfinite${name}`), ...ofTheLibrary].sort(),
    );
    for (const name of found) expect(exported[name]).toBeTypeOf('function');
  });

  it('are one descriptor for each of the 48 operations', () => {
    const all = [...table(reads), ...table(writes)];
    expect(all).toHaveLength(48);
    const found = Object.entries(exported).filter(([, value]) => isDescriptor(value));
    expect(found.map(([name]) => name).sort()).toEqual(all.map(([name]) => name).sort());
  });

  it.each(table(reads))('%s is %s %s, and has a key and options', (name, method, path) => {
    const descriptor = exported[name] as Record<string, unknown>;
    expect(descriptor).toMatchObject({ name, method, path });
    expect(descriptor['queryKey']).toBeTypeOf('function');
    expect(descriptor['queryOptions']).toBeTypeOf('function');
    const isLong = infinite.some((list) => name === `list${list}`);
    expect(typeof descriptor['infiniteQueryOptions']).toBe(isLong ? 'function' : 'undefined');
  });

  it.each(table(writes))('%s is %s %s, and nothing that could be cached', (name, method, path) => {
    const descriptor = exported[name] as Record<string, unknown>;
    expect(descriptor).toMatchObject({ name, method, path });
    expect(descriptor).not.toHaveProperty('queryOptions');
  });

  it('stand in keys that no two operations share', () => {
    const client = door.createCobaltClient({ proxy: '/api/cobalt', organization: { id: 'or_1' } });
    const keys = table(reads).flatMap(([name]) => {
      const descriptor = exported[name!] as typeof door.listAssets;
      const params = (descriptor.path.includes('{') ? { id: 'x_1' } : {}) as door.AssetListParams;
      return [
        descriptor.queryOptions(client, params).queryKey,
        ...('infiniteQueryOptions' in descriptor ? [descriptor.infiniteQueryOptions(client).queryKey] : []),
      ].map((key) => JSON.stringify(key));
    });
    expect(keys).toHaveLength(25 + 12);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
