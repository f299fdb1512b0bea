import type { ClauseNumber } from './clause.ts';
import type { Judgement } from './judgement.ts';
import type { PartName, Parts } from './parts.ts';
import type { Severity } from './severity.ts';
import type { Standard } from './standard.ts';
import type { Text } from './text.ts';
import type { Unit } from './unit.ts';

/** What surrounds the parts that a check judges. */
export interface CheckContext {
  readonly standard: Standard;
  /** The moment the snapshot was taken: ages are counted up to it. */
  readonly asOf: Date;
  /** The account or region that is judged. */
  readonly unit: Unit;
}

/** What a check is called and what it says. */
export interface CheckHead {
  /** The provider and the file's name: `checks/aws/iam/user-mfa.ts` is `aws-user-mfa`. Users write it in configuration. */
  readonly id: string;
  readonly clauses: readonly [ClauseNumber, ...ClauseNumber[]];
  readonly severity: Severity;
  /** The problem, as a statement. */
  readonly title: Text;
  /** What can happen because of it, and the rule of the service behind it. */
  readonly why: Text;
  /** How it is mended in general; each finding adds the command for its own resource. */
  readonly fix: Text;
}

/** A check over the parts named `R`. */
export interface CheckOf<R extends PartName> extends CheckHead {
  readonly reads: readonly [R, ...R[]];
  /** Pure: judges every resource it looks at once. No judgement means that there was nothing to judge. */
  find(parts: Pick<Parts, R>, context: CheckContext): readonly Judgement[];
}

/** A check whose parts are known by name only: what the runner holds. It hands over exactly the parts in `reads`. */
export interface Check extends CheckHead {
  readonly reads: readonly [PartName, ...PartName[]];
  find(parts: Parts, context: CheckContext): readonly Judgement[];
}

/** Declares a check. `find` receives the parts that `reads` names and no others: reading another does not compile. */
export function defineCheck<const R extends PartName>(check: CheckOf<R>): Check {
  return check;
}

/** Whether a check is about the units of a provider: of another's it has nothing to say. */
export function judgesUnitsOf({ reads }: Check, provider: Unit['provider']): boolean {
  return reads.some((name) => name.startsWith(`${provider}.`) || name.startsWith('any.'));
}
