/** Open: a value that Cobalt adds later is kept and shown. */
export type WebhookEventType =
  | 'ENGAGEMENT_FINDING_STATE_UPDATED'
  | 'FINDING_DELETED'
  | 'FINDING_PUBLISHED'
  | 'FINDING_STATE_UPDATED'
  | 'FINDING_UPDATED'
  | 'PENTEST_CREATED'
  | 'PENTEST_STATE_UPDATED'
  | 'TEST_EVENT'
  | (string & {});

/** What Cobalt posts to a webhook. `verifyWebhook` of `cobalt-react/server` checks it and gives it this type. */
export interface WebhookEvent {
  readonly id: string;
  readonly action: WebhookEventType;
  readonly subject: {
    readonly id: string;
    readonly type: 'TEST_EVENT' | 'PENTEST' | 'FINDING' | 'ENGAGEMENT_FINDING' | (string & {});
    readonly associations: {
      readonly pentest_id?: string;
      readonly asset_id?: string;
      readonly engagement_id?: string;
    } | null;
  };
  /** For `FINDING_STATE_UPDATED`: from which state to which. */
  readonly details: { readonly previous_state?: string; readonly current_state?: string } | null;
  /** ISO 8601 */
  readonly timestamp: string;
}
