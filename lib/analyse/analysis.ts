import type { IdentityCenter } from '../model/aws/identity-center.ts';
import type { Organization } from '../model/aws/organization.ts';
import type { Thresholds } from '../model/standard.ts';
import type { AnalysedPart, InterpretedPart, Parts } from '../model/parts.ts';

/** What an analysis is made from: parts of an account and of its regions, as far as they were read. */
export interface AnalysisSources {
  /** Twelve digits. */
  readonly account: string;
  /** When the account's global unit was collected. */
  readonly asOf: Date;
  /** The account's organization; `none` when it is in none, undefined when nobody could tell. */
  readonly organization: Organization | 'none' | undefined;
  /** Who comes through IAM Identity Center; undefined when nobody could tell. */
  readonly identityCenter: IdentityCenter | undefined;
  /** What the standard calls stale. */
  readonly thresholds: Thresholds;
  /** A part of the account; undefined when it was not read. */
  part<N extends InterpretedPart>(name: N): Parts[N] | undefined;
  /** A part of each region where it was read. */
  regional<N extends InterpretedPart>(name: N): readonly Parts[N][];
}

/** How one part is worked out from others. */
export interface AnalysisDefinition<N extends AnalysedPart> {
  /** Parts of the account without which nothing can be said. */
  readonly requires: readonly InterpretedPart[];
  /** Parts of the account, or of its regions, that make it better. */
  readonly uses: readonly InterpretedPart[];
  /** Operations beside those of parts whose answers make it better: they tell of the organization. */
  readonly answers?: readonly string[];
  /** Pure. What `requires` names was read. */
  analyse(sources: AnalysisSources): Parts[N];
}
