import type { Finding } from '../model/finding.ts';
import type { CoverageRow, LeftResource, PassedResource, Tally } from '../model/results.ts';
import { globalRegion, isAwsUnit, isAzureUnit, isEntraUnit, type Unit } from '../model/unit.ts';
import { byPlace } from './order.ts';

/** How long a resolved finding is remembered, so that one that comes back is known as such. */
const rememberedDays = 90;
const day = 86_400_000;

/** What this run could judge: a finding that is gone is resolved only where its check said something without doubt. */
export interface Judged {
  readonly tallies: readonly Tally[];
  readonly passed: readonly PassedResource[];
  /** What was not asked about. */
  readonly left: readonly LeftResource[];
  /** What of the units was read. */
  readonly coverage: readonly Pick<CoverageRow, 'unit' | 'operation' | 'status'>[];
  /** When the run's snapshot was taken, ISO 8601. */
  readonly collectedAt: string;
}

/**
 * Compares a run with the one before. A finding seen before keeps its `firstSeen` and is open; one that was resolved is
 * reopened; one that is gone is resolved if its resource passed, or if its check could judge its unit and asked about its
 * resource in this run, and stays open otherwise.
 * Resolved findings say since when, and are carried along for ninety days. An unknown that is gone is simply gone: it never was a fault.
 */
export function track(current: readonly Finding[], previous: readonly Finding[], judged: Judged): readonly Finding[] {
  const before = new Map(previous.map((finding) => [finding.id, finding]));
  const present = new Set(current.map((finding) => finding.id));
  const seen = current.map((finding) => stateOf(finding, before.get(finding.id)));
  const clear = clearUnits(judged.tallies);
  const read = readPlaces(judged.coverage);
  const left = new Set(judged.left.map(({ check, resource }) => `${check} ${resource}`));
  const missing = previous.filter((finding) => finding.status === 'fail' && !present.has(finding.id));
  const wanted = new Set(missing.map(aboutOf));
  const passed = new Set(judged.passed.map(aboutOf).filter((about) => wanted.has(about)));
  const isSettled = (finding: Finding): boolean =>
    passed.has(aboutOf(finding)) || (isClear(finding, clear, read) && !left.has(aboutOf(finding)));
  const gone = missing
    .map((finding) => (isSettled(finding) ? resolve(finding, judged.collectedAt) : stillOpen(finding)))
    .filter((finding) => isRemembered(finding, judged.collectedAt));
  return [...seen, ...gone].toSorted(byPlace);
}

/** What a verdict is about. */
function aboutOf({ check, resource }: PassedResource): string {
  return `${check} ${resource.id}`;
}

function stateOf(finding: Finding, before: Finding | undefined): Finding {
  if (!before) return finding;
  const { firstSeen } = before;
  return { ...finding, firstSeen, state: before.state === 'resolved' ? 'reopened' : 'open' };
}

/** A finding that this run could not look at: known from before, neither seen nor gone. Its exception is judged anew. */
function stillOpen(finding: Finding): Finding {
  if (finding.state === 'resolved') return finding;
  const { exception: _exception, ...rest } = finding;
  return { ...rest, state: 'open' };
}

function resolve(finding: Finding, now: string): Finding {
  const { exception: _exception, resolvedAt = now, ...rest } = finding;
  return { ...rest, resolvedAt, state: 'resolved' };
}

/** Counted from when it was gone: between that and when it was last seen nobody may have looked for months. */
function isRemembered({ state, resolvedAt, lastSeen }: Finding, now: string): boolean {
  return state !== 'resolved' || Date.parse(now) - Date.parse(resolvedAt ?? lastSeen) <= rememberedDays * day;
}

/** `check account region` of every unit that a check judged without leaving anything unknown that could hide something. */
function clearUnits(tallies: readonly Tally[]): ReadonlySet<string> {
  return new Set(
    tallies.flatMap(({ check, unit, unknown, ofNobody = 0 }) =>
      unknown === ofNobody ? placesOf(unit).map((place) => `${check} ${place}`) : [],
    ),
  );
}

/** Account and region of what is found in a unit; a tenant has no regions, and a subscription is one unit with all of them. */
function placesOf(unit: Unit): readonly string[] {
  if (isAwsUnit(unit)) return [`${unit.account} ${unit.region}`];
  if (isAzureUnit(unit)) return [unit.subscription];
  return isEntraUnit(unit) ? [`${unit.tenant} ${globalRegion}`] : [];
}

/** `account region` of every unit of which something was read, and `account operation` of what was read of accounts as a whole. */
function readPlaces(coverage: Judged['coverage']): ReadonlySet<string> {
  return new Set(
    coverage.flatMap(({ unit, operation, status }) => {
      if (status !== 'read' || !isAwsUnit(unit)) return [];
      const { account, region } = unit;
      return region === globalRegion ? [`${account} ${operation}`] : [`${account} ${region}`];
    }),
  );
}

/**
 * A check that judges an account as a whole tells of things in regions, too. One is gone only if somebody looked: its region
 * was read, or the list of the whole account that told of it.
 */
function isClear(
  { check, resource, evidence }: Finding,
  clear: ReadonlySet<string>,
  read: ReadonlySet<string>,
): boolean {
  const { provider, account, region } = resource;
  if (provider === 'azure') return clear.has(`${check} ${account}`);
  if (clear.has(`${check} ${account} ${region}`)) return true;
  const wasAsked = [region, ...evidence.slice(0, 1).map(({ operation }) => operation)];
  return clear.has(`${check} ${account} ${globalRegion}`) && wasAsked.some((each) => read.has(`${account} ${each}`));
}
