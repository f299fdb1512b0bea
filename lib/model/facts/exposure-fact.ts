import type { Block, Exposure, ExposureVerdict, Reach } from '../network/exposure.ts';

/** What somebody on the internet reaches of a resource, as a fact. */
export interface ReachFact extends Omit<Reach, 'path' | 'strength'> {
  readonly strength: Reach['strength'];
  /** Whether the standard allows it. */
  readonly allowed: boolean;
  /** Ids of what is passed on the way, from the internet to the resource. */
  readonly path: readonly string[];
}

/** One line of facts/exposures.ndjson: what the internet reaches, or would reach, of one resource. */
export interface ExposureFact {
  readonly provider: 'aws' | 'azure';
  /** AWS account, or Azure subscription. */
  readonly account: string;
  readonly region: string;
  readonly kind: Exposure['kind'];
  /** ARN, or ARM id. */
  readonly id: string;
  readonly name: string;
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
  readonly verdict: ExposureVerdict;
  /** Empty where only a rule is open. */
  readonly reaches: readonly ReachFact[];
  /** What stops the way that comes furthest; absent where it is reached. */
  readonly blockedBy?: Block;
  /** Operations that were not read and would decide. */
  readonly unread: readonly string[];
}
