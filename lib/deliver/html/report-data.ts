import type { ClauseInfo } from '../../model/clause-info.ts';
import type { Finding } from '../../model/finding.ts';
import { findingStates } from '../../model/finding.ts';
import { missingName } from '../../model/missing-access.ts';
import type { CoverageRow, Report, Summary } from '../../model/results.ts';
import { severities } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import { unitPath } from '../../model/unit.ts';
import { exposureData, type ExposureData } from './exposure-data.ts';
import { registerData, type RegisterData } from './register-data.ts';
import { secondFactorData, type SecondFactorData } from './second-factor-data.ts';

/** What the page needs of a check. */
export interface CheckData {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly title: Text;
  readonly why: Text;
  readonly fix: Text;
  /** Resources judged, over all units. */
  readonly pass: number;
}

/** What the page needs of a clause. */
export interface ClauseData {
  readonly number: string;
  readonly text: Text;
  readonly attest: Text;
  readonly mappings: ClauseInfo['mappings'];
}

/** An operation that could not be read. */
export interface GapData extends Pick<CoverageRow, 'operation' | 'reason' | 'message' | 'permission' | 'checks'> {
  readonly unit: string;
}

/**
 * The findings by column: place `i` of every list is finding `i`. Numbers point into the lists of {@link ReportData},
 * so that a hundred thousand findings stay a few megabytes.
 */
export interface Columns {
  readonly id: readonly string[];
  readonly check: readonly number[];
  readonly status: readonly (0 | 1)[];
  /** Index in `severities`. */
  readonly severity: readonly number[];
  /** Index in `findingStates`. */
  readonly state: readonly number[];
  readonly account: readonly number[];
  readonly region: readonly number[];
  readonly type: readonly number[];
  readonly title: readonly number[];
  readonly firstSeen: readonly number[];
  readonly lastSeen: readonly number[];
  readonly resource: readonly string[];
  readonly name: readonly string[];
}

/** How many inputs of an operation a scan chose not to ask about. */
export interface LeftData {
  /** {@link unitPath} */
  readonly unit: string;
  readonly operation: string;
  readonly left: number;
}

/** Everything that the page shows without opening a finding. */
export interface ReportData {
  readonly summary: Omit<Summary, 'tallies' | 'schema'>;
  readonly checks: readonly CheckData[];
  readonly clauses: readonly ClauseData[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  readonly titles: readonly Text[];
  readonly moments: readonly string[];
  readonly columns: Columns;
  readonly gaps: readonly GapData[];
  readonly left: readonly LeftData[];
  readonly operations: { readonly read: number; readonly skipped: number };
  readonly exposures: ExposureData;
  readonly secondFactors: SecondFactorData;
  readonly register: RegisterData;
}

/** Findings whose details are unpacked together when one of them is opened. */
export const detailsPerBlock = 1000;

/** What the page shows of one finding when it is opened. */
export type DetailData = Pick<
  Finding,
  'clauses' | 'detail' | 'evidence' | 'remediation' | 'path' | 'unread' | 'exception'
>;

/** The report as the page holds it. */
export function reportData(report: Report, clauses: readonly ClauseInfo[]): ReportData {
  const { schema: _schema, tallies, ...summary } = report.summary;
  const checks = checksOf(report);
  const checkPlaces = new Map(checks.map((check, place) => [check.id, place]));
  const [accounts, regions, types, titles, moments] = [places(), places(), places(), places(), places()];
  const columns = {
    id: report.findings.map((finding) => finding.id),
    check: report.findings.map((finding) => checkPlaces.get(finding.check) ?? 0),
    status: report.findings.map((finding) => (finding.status === 'fail' ? (0 as const) : (1 as const))),
    severity: report.findings.map((finding) => severities.indexOf(finding.severity)),
    state: report.findings.map((finding) => findingStates.indexOf(finding.state)),
    account: report.findings.map(({ resource }) => accounts.of(`${resource.provider}/${resource.account}`)),
    region: report.findings.map(({ resource }) => regions.of(resource.region)),
    type: report.findings.map(({ resource }) => types.of(resource.type)),
    title: report.findings.map(({ title }) => titles.of(JSON.stringify([title.ja, title.en]))),
    firstSeen: report.findings.map((finding) => moments.of(finding.firstSeen)),
    lastSeen: report.findings.map((finding) => moments.of(finding.lastSeen)),
    resource: report.findings.map((finding) => finding.resource.id),
    name: report.findings.map((finding) => finding.resource.name),
  };
  const passed = new Map<string, number>();
  for (const tally of tallies) passed.set(tally.check, (passed.get(tally.check) ?? 0) + tally.pass);
  return {
    summary,
    checks: checks.map((check) => ({ ...check, pass: passed.get(check.id) ?? 0 })),
    clauses: clauses.map(({ number, text, attest, mappings }) => ({ number, text, attest, mappings })),
    accounts: accounts.values(),
    regions: regions.values(),
    types: types.values(),
    titles: titles.values().map(toText),
    moments: moments.values(),
    columns,
    ...coverageOf(report.coverage),
    exposures: exposureData(report.facts.exposures),
    secondFactors: secondFactorData(report.facts.secondFactors),
    register: registerData(report.registerTable),
  };
}

/** The part of each finding that is unpacked only when one of its block is opened. */
export function detailData(finding: Finding): DetailData {
  const { clauses, detail, evidence, remediation, path, unread, exception } = finding;
  return {
    clauses,
    detail,
    evidence,
    remediation,
    ...(path && { path }),
    ...(unread && { unread }),
    ...(exception && { exception }),
  };
}

/** The heads of the checks that ran, and stand-ins for checks that only an earlier run knew. */
function checksOf(report: Report): readonly Omit<CheckData, 'pass'>[] {
  const known = new Set(report.checks.map((check) => check.id));
  const others = new Map(report.findings.filter(({ check }) => !known.has(check)).map((each) => [each.check, each]));
  const none = { ja: '', en: '' };
  return [
    ...report.checks.map(({ id, clauses, title, why, fix }) => ({ id, clauses, title, why, fix })),
    ...[...others.values()].map(({ check, clauses, title }) => ({ id: check, clauses, title, why: none, fix: none })),
  ];
}

function coverageOf(coverage: readonly CoverageRow[]): Pick<ReportData, 'gaps' | 'left' | 'operations'> {
  const count = (status: CoverageRow['status']): number => coverage.filter((row) => row.status === status).length;
  const gaps = coverage
    .filter((row) => row.status === 'failed')
    .map((row) => ({
      unit: unitPath(row.unit),
      operation: row.operation,
      ...(row.reason !== undefined && { reason: row.reason }),
      ...(row.message !== undefined && { message: row.message }),
      ...given(missingName(row)),
      ...(row.checks !== undefined && { checks: row.checks }),
    }));
  const left = coverage.flatMap((row) =>
    row.left === undefined ? [] : [{ unit: unitPath(row.unit), operation: row.operation, left: row.left }],
  );
  return { gaps, left, operations: { read: count('read'), skipped: count('skipped') } };
}

/** What would let it be read, by name. */
function given(permission: string | undefined): Pick<GapData, 'permission'> {
  return permission === undefined ? {} : { permission };
}

function toText(pair: string): Text {
  const [ja, en] = JSON.parse(pair) as [string, string];
  return { ja, en };
}

/** Gives every different string a place in a list. */
function places(): { of(value: string): number; values(): string[] } {
  const known = new Map<string, number>();
  return {
    of(value) {
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      return place;
    },
    values: () => [...known.keys()],
  };
}
