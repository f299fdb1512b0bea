import type { UseGap } from '../services/service-review.ts';
import type { Sighting, ServiceUse } from '../services/service-use.ts';

/** One line of facts/services.ndjson: what an account, subscription or tenant uses of a provider in one place. */
export interface ServiceFact {
  readonly provider: ServiceUse['provider'];
  readonly account: string;
  /** Region or location; `global` for what stands nowhere. */
  readonly region: string;
  /** What the provider calls the service. */
  readonly service: string;
  /** Prefix of an AWS service, type of Azure resource, application id: what the register's keys are compared with. */
  readonly key: string;
  readonly category?: ServiceUse['category'];
  /** How many resources, where some layer counts them. */
  readonly count?: number;
  /** Ids of some of them. */
  readonly examples: readonly string[];
  /** The layers that tell of it, the strongest first. */
  readonly evidence: readonly Sighting[];
  /** ISO 8601; absent where no layer says. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
  /** Who used it, or made what is there, where a layer says so. */
  readonly usedBy?: string;
  /** Id of the row of the register that it falls under. */
  readonly entry?: string;
  /** What it lacks by the register; empty where all is well, and where there is no register. */
  readonly gaps: readonly UseGap[];
  /** Whether the register, or the list of the standard, approves of the service; absent where there is neither. */
  readonly approved?: boolean;
  /** Whether its region or location is approved; absent where nothing restricts it. */
  readonly regionApproved?: boolean;
  /** Made by the cloud or by another resource, and not by a person; or of a kind that comes along by itself. */
  readonly automatic: boolean;
}
