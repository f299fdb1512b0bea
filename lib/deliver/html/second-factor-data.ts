import type { MfaStatus } from '../../model/entra/mfa-coverage.ts';
import type { SecondFactorFact } from '../../model/facts/second-factor-fact.ts';

/** Who gets in without a second factor. */
export interface SecondFactorData {
  /** Users by status, enabled ones only. */
  readonly counts: Partial<Record<MfaStatus, number>>;
  /** Those who are not well protected, the most dangerous first, as many as the page shows. */
  readonly open: readonly SecondFactorFact[];
  readonly openTotal: number;
}

/** Rows of the page at most; the file of facts has them all. */
const shown = 500;

/** Statuses that somebody has to look at, the most dangerous first. */
const order: readonly MfaStatus[] = [
  'unprotected',
  'capableNotEnforced',
  'partial',
  'enforcedNotRegistered',
  'unknown',
  'adaptive',
  'conditional',
];

/** Who gets in without a second factor, or might: administrators before others, then by how wide the door is. */
export function secondFactorData(facts: readonly SecondFactorFact[]): SecondFactorData {
  const counts: Partial<Record<MfaStatus, number>> = {};
  for (const { status } of facts) counts[status] = (counts[status] ?? 0) + 1;
  const open = facts.filter(({ status }) => order.includes(status));
  const rank = ({ status, privileged }: SecondFactorFact): number => (privileged ? 0 : 100) + order.indexOf(status);
  const sorted = open.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  return { counts, open: sorted.slice(0, shown), openTotal: open.length };
}
