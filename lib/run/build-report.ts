import { applyExceptions } from '../evaluate/apply-exceptions.ts';
import { deletionFacts, isAboutDeletion, isWithdrawn } from '../evaluate/deletion-facts.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { byPlace } from '../evaluate/order.ts';
import { registerTable } from '../evaluate/register-table.ts';
import { summarise } from '../evaluate/summarise.ts';
import { track } from '../evaluate/track.ts';
import type { Check, CheckHead } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/results.ts';
import type { Standard } from '../model/standard.ts';
import { version } from '../model/version.ts';
import { standardHash } from '../standard/standard-hash.ts';

/** Everything a report is made from. */
export interface ReportInput {
  readonly evaluations: readonly Evaluation[];
  /** Findings of the run before; empty when there is none to compare with. */
  readonly previous: readonly Finding[];
  readonly checks: readonly Check[];
  readonly standard: Standard;
}

/** Merges the tenants' evaluations, compares them with the run before, applies the exceptions and counts. Pure. */
export function buildReport({ evaluations, previous, checks, standard }: ReportInput): Report {
  const collectedAt = evaluations.map((each) => each.collectedAt).reduce((a, b) => (a > b ? a : b), '');
  const tallies = evaluations.flatMap((each) => each.tallies);
  const passed = evaluations.flatMap((each) => each.passed);
  const left = evaluations.flatMap((each) => each.left);
  const coverage = evaluations.flatMap((each) => each.coverage);
  const seen = evaluations.flatMap((each) => each.findings);
  const { organisation, register, disabledChecks } = standard;
  const today = collectedAt.slice(0, 10);
  // What a check found before somebody switched it off, or took back its reason, is nobody's to mend any more.
  const before = previous.filter(
    (finding) => !disabledChecks.includes(finding.check) && !isWithdrawn(finding, register, today),
  );
  const tracked = track(seen, before, { tallies, passed, left, coverage, collectedAt });
  const findings = applyExceptions(tracked, standard.exceptions, collectedAt).findings.toSorted(byPlace);
  const services = evaluations.flatMap(({ facts }) => facts.services);
  const hash = standardHash(standard);
  return {
    summary: summarise({ version, organisation, standard: hash, collectedAt, findings, coverage, tallies }),
    findings,
    coverage,
    checks: checks.map(headOf),
    facts: {
      principals: evaluations.flatMap(({ facts }) => facts.principals),
      exposures: evaluations.flatMap(({ facts }) => facts.exposures),
      connections: evaluations.flatMap(({ facts }) => facts.connections),
      secondFactors: evaluations.flatMap(({ facts }) => facts.secondFactors),
      services,
    },
    registerTable: registerTable(services, register, today),
    deletions: deletionFacts(findings, presentIn(evaluations, checks)),
  };
}

/** Ids of what a run saw that may have been taken for left over before: what its checks let pass, and what is in use. */
function presentIn(evaluations: readonly Evaluation[], checks: readonly Check[]): ReadonlySet<string> {
  const about = new Set(checks.filter(isAboutDeletion).map(({ id }) => id));
  return new Set(
    evaluations.flatMap(({ passed, facts, present }) => [
      ...present,
      ...passed.filter(({ check }) => about.has(check)).map(({ resource }) => resource.id),
      ...facts.services.flatMap(({ examples }) => examples),
    ]),
  );
}

function headOf({ id, clauses, severity, title, why, fix }: Check): CheckHead {
  return { id, clauses, severity, title, why, fix };
}
