import type { MockFinding } from './findings.ts';
import type { Random } from './random.ts';

/** Something that happened, as `GET /events` gives it. */
export interface MockEvent {
  id: string;
  action: string;
  subject: Readonly<{ id: string; type: string }>;
  timestamp: string;
}

const EVENTS = 36;

/** Every third is a comment or a deleted pentest, the others are findings of all organizations; newest first. */
export function seedEvents(random: Random, findings: readonly MockFinding[]): MockEvent[] {
  const step = Math.max(1, Math.floor(findings.length / EVENTS));
  return findings
    .filter((_, i) => i % step === 0)
    .slice(0, EVENTS)
    .map((finding, i): MockEvent => {
      const event = { id: random.id('ac_'), timestamp: finding.created_at };
      if (i % 6 === 4) {
        return { ...event, action: 'comment_created', subject: { id: random.id('cm_'), type: 'comment' } };
      }
      if (i % 6 === 5) {
        return { ...event, action: 'pentest_deleted', subject: { id: random.id('pt_'), type: 'program' } };
      }
      return { ...event, action: 'finding_created', subject: { id: finding.id, type: 'vulnerability' } };
    })
    .sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1));
}
