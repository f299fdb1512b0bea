import { registerIndex, type IndexedRow } from '../analyse/services/register-index.ts';
import { hasEnded } from '../analyse/services/review-uses.ts';
import type { DeletionFact } from '../model/facts/deletion-fact.ts';
import type { Finding } from '../model/finding.ts';
import type { RegisterEntry } from '../model/register.ts';

/** The clause that asks for deletion at the end of use. */
const deletionClause = '12.4';

/** Whether a check, or a finding of one, is about what must be deleted at the end of use. */
export function isAboutDeletion({ clauses }: Pick<Finding, 'clauses'>): boolean {
  return clauses.includes(deletionClause);
}

/**
 * What was deleted, as far as the findings remember: what was found as left over, and is gone. A finding ends as well when its
 * resource is used again: `present` holds the ids of what this run saw, which is no deletion.
 */
export function deletionFacts(findings: readonly Finding[], present: ReadonlySet<string>): readonly DeletionFact[] {
  return findings.flatMap((finding): readonly DeletionFact[] => {
    const { id, check, resource, detail, evidence, firstSeen, lastSeen, resolvedAt } = finding;
    if (finding.state !== 'resolved' || resolvedAt === undefined) return [];
    if (!isAboutDeletion(finding) || present.has(resource.id)) return [];
    return [
      {
        provider: resource.provider,
        account: resource.account,
        region: resource.region,
        kind: resource.type,
        id: resource.id,
        name: resource.name,
        check,
        finding: id,
        detail,
        evidence,
        firstSeen,
        lastSeen,
        goneBy: resolvedAt,
      },
    ];
  });
}

/**
 * Whether a finding about something left over rests on rows of the register none of which says any more that the use has
 * ended in its account: then nobody asks for its deletion, and that it is not found again is no evidence of one. `today` is an ISO date.
 */
export function isWithdrawn(finding: Finding, register: readonly RegisterEntry[], today: string): boolean {
  if (finding.state === 'resolved' || !isAboutDeletion(finding)) return false;
  const rows = new Set(
    finding.evidence.flatMap(({ operation, ref }) => (operation === 'tenken:Register' ? [ref] : [])),
  );
  const { account } = finding.resource;
  const hasReason = ({ entry, isForAccount }: IndexedRow): boolean =>
    rows.has(entry.id) && hasEnded(entry, today) && isForAccount(account);
  return rows.size > 0 && !registerIndex(register).rows.some(hasReason);
}
