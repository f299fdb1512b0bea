import type { Finding } from '../../model/finding.ts';
import { severities } from '../../model/severity.ts';

/** Whether somebody has to act: the resource breaks the rule now, and no exception covers it. */
export function isStanding(finding: Finding): boolean {
  return finding.status === 'fail' && finding.state !== 'resolved' && finding.state !== 'excepted';
}

/** Whether it could not be judged, now. */
export function isUndecided(finding: Finding): boolean {
  return finding.status === 'unknown' && finding.state !== 'resolved' && finding.state !== 'excepted';
}

/** Whether the finding came up in this run, or came back in it. */
export function isFresh(finding: Finding): boolean {
  return finding.state === 'new' || finding.state === 'reopened';
}

/** The standing findings, worst first; of the same severity, those that are new or back first. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(isStanding).toSorted((a, b) => rank(a) - rank(b));
}

function rank(finding: Finding): number {
  return severities.indexOf(finding.severity) * 2 + (isFresh(finding) ? 0 : 1);
}
