import { findingStates, type Finding } from '../../model/finding.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { severities } from '../../model/severity.ts';

/** The fields of a finding in the order of `lib/model/finding.ts`, whatever order the object was built in. */
const fields = [
  'id',
  'check',
  'clauses',
  'status',
  'severity',
  'resource',
  'title',
  'detail',
  'evidence',
  'remediation',
  'path',
  'unread',
  'firstSeen',
  'lastSeen',
  'resolvedAt',
  'state',
  'exception',
] as const satisfies readonly (keyof Finding)[];

/** findings.ndjson: one finding a line, each line ended by LF; empty for no findings. */
export function findingsNdjson(findings: readonly Finding[]): string {
  return findings.map((finding) => `${JSON.stringify(inOrder(finding))}\n`).join('');
}

function inOrder(finding: Finding): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, finding[field]]));
}

/**
 * Reads the findings of an earlier run; blank lines are allowed. `file` is only named in errors.
 * Throws OperatorError with the number of the first line that is not a finding.
 */
export function parseFindings(text: string, file: string): readonly Finding[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, file, index + 1)]));
}

function parseLine(line: string, file: string, number: number): Finding {
  const value = parseJson(line);
  const fault = value === undefined ? { ja: 'JSON ではありません', en: 'it is not JSON' } : faultOf(value);
  if (fault) {
    throw new OperatorError({
      ja: `「${file}」の ${number} 行目は指摘事項として読めません: ${fault.ja}。Tenken が書き出した findings.ndjson を指定してください。`,
      en: `"${file}", line ${number}, is not a finding: ${fault.en}. Name a findings.ndjson that Tenken wrote.`,
    });
  }
  return value as Finding;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** What the comparison with the previous run and the report rely on; everything else is carried as it stands. */
const demands: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isText,
  check: isText,
  clauses: isListOf(isText),
  status: isOneOf(['fail', 'unknown']),
  severity: isOneOf(severities),
  resource: isObjectOf(['provider', 'account', 'region', 'type', 'id', 'name'], isText),
  title: isObjectOf(['ja', 'en'], isText),
  detail: isObjectOf(['ja', 'en'], isText),
  evidence: isListOf(isObject),
  remediation: isListOf(isObject),
  firstSeen: isMoment,
  lastSeen: isMoment,
  state: isOneOf(findingStates),
};

function faultOf(value: unknown): { ja: string; en: string } | undefined {
  if (!isObject(value)) return { ja: 'オブジェクトではありません', en: 'it is not an object' };
  const broken = Object.keys(demands).find((field) => !demands[field]?.(value[field]));
  return broken
    ? { ja: `"${broken}" がないか、値が正しくありません`, en: `"${broken}" is missing or has a wrong value` }
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isOneOf(allowed: readonly string[]) {
  return (value: unknown): boolean => typeof value === 'string' && allowed.includes(value);
}

function isListOf(is: (value: unknown) => boolean) {
  return (value: unknown): boolean => Array.isArray(value) && value.every(is);
}

function isObjectOf(keys: readonly string[], is: (value: unknown) => boolean) {
  return (value: unknown): boolean => isObject(value) && keys.every((key) => is(value[key]));
}
