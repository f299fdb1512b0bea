import type { Finding } from '../model/finding.ts';
import { lastPart } from '../model/last-part.ts';
import type { Exception } from '../model/standard.ts';

/** Findings with the exceptions that cover them, and the exceptions that cover nothing. */
export interface Excepted {
  readonly findings: readonly Finding[];
  /** Ids of exceptions that matched no finding. */
  readonly unused: readonly string[];
  /** Ids of exceptions whose last day has passed. */
  readonly expired: readonly string[];
}

/**
 * Applies the standard's exceptions. One covers a finding through its last day, whenever the finding was seen last.
 * What could not be judged and what is resolved is never excepted: an exception is about a known, standing fault.
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  asOf: string,
): Excepted {
  const today = asOf.slice(0, 10);
  const rules = exceptions.map((exception) => ({ exception, covers: matcher(exception) }));
  const used = new Set<string>();
  const covered = findings.map((finding) => {
    if (finding.status !== 'fail' || finding.state === 'resolved') return finding;
    const rule = rules.find(({ exception, covers }) => today <= exception.expires && covers(finding));
    if (!rule) return finding;
    const { id, reason, owner, approvedBy, expires } = rule.exception;
    used.add(id);
    return { ...finding, state: 'excepted' as const, exception: { id, reason, owner, approvedBy, expires } };
  });
  const expired = exceptions.filter(({ expires }) => expires < today).map(({ id }) => id);
  const unused = exceptions.map(({ id }) => id).filter((id) => !used.has(id) && !expired.includes(id));
  return { findings: covered, unused, expired };
}

function matcher(exception: Exception): (finding: Finding) => boolean {
  const account = glob(exception.account);
  const region = glob(exception.region);
  const resource = glob(exception.resource);
  return ({ check, resource: { account: inAccount, region: inRegion, id, name } }) =>
    exception.checks.includes(check) &&
    account(inAccount) &&
    region(inRegion) &&
    [id, lastPart(id), name].some(resource);
}

/** `*` stands for any text; everything else for itself, from the beginning to the end. */
function glob(pattern: string | undefined): (text: string) => boolean {
  if (pattern === undefined) return () => true;
  const expression = new RegExp(
    `^${pattern
      .split('*')
      .map((text) => RegExp.escape(text))
      .join('[^]*')}$`,
  );
  return (text) => expression.test(text);
}
