import type { Evidence } from '../judgement.ts';
import type { Resource } from '../resource.ts';
import type { Text } from '../text.ts';

/** One line of facts/deletions.ndjson: something of a service whose use has ended that was there, and is gone. */
export interface DeletionFact {
  readonly provider: Resource['provider'];
  /** AWS account, Azure subscription or Entra tenant. */
  readonly account: string;
  readonly region: string;
  /** {@link Resource.type} */
  readonly kind: string;
  /** ARN, ARM id or object id. */
  readonly id: string;
  readonly name: string;
  readonly check: string;
  /** Id of the finding, as in findings.ndjson. */
  readonly finding: string;
  /** What was wrong while it was there. */
  readonly detail: Text;
  /** What showed that it was there. */
  readonly evidence: readonly Evidence[];
  /** ISO 8601: the first and the last scan that saw it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** ISO 8601: the first scan that looked for it and saw it no longer. */
  readonly goneBy: string;
}
