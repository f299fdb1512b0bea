import type { RegisterEntry } from '../../model/register.ts';
import { keysAt } from '../describe-issue.ts';
import { headingOf, refusal, type Complaint } from '../refusal.ts';
import { standardSchema } from '../schema.ts';
import { readYaml, type YamlSource } from '../yaml-source.ts';
import { checkRows } from './check-rows.ts';
import { complaintsOfYaml } from './yaml-complaints.ts';

/** What errors call a register. */
export const theRegister = { ja: '承認済みクラウドサービス台帳', en: 'The register' };

/** Where a text comes from. */
export interface RegisterSource {
  readonly file: string;
  /** Whether it may be a standard too, of which only the rows under `register:` are read. */
  readonly mayBeStandard?: boolean;
}

/**
 * Parses and validates register.yaml: a list of rows, or `register:` with such a list. Throws one OperatorError that lists
 * everything wrong in it, each with file, line and column.
 */
export function parseRegister(text: string, { file, mayBeStandard = false }: RegisterSource): readonly RegisterEntry[] {
  const source = readYaml(text, { file, what: theRegister });
  const found = rowsOf(source.written, mayBeStandard ? keysAt([], standardSchema) : []);
  if (!found) throw refusal(headingOf(theRegister, 1), [noRows(source)]);
  const { entries, problems } = checkRows(found.rows);
  if (problems.length === 0) return entries;
  throw refusal(headingOf(theRegister, problems.length), complaintsOfYaml(problems, source, found.above));
}

interface Found {
  readonly rows: readonly unknown[];
  /** The keys above the rows. */
  readonly above: readonly string[];
}

/** `allowed` may stand beside the rows. */
function rowsOf(written: unknown, allowed: readonly string[]): Found | undefined {
  if (written === undefined) return { rows: [], above: [] };
  if (Array.isArray(written)) return { rows: written, above: [] };
  if (typeof written !== 'object' || written === null || !('register' in written)) return undefined;
  const { register, ...others } = written;
  if (Object.keys(others).some((key) => !allowed.includes(key))) return undefined;
  if (register === null) return { rows: [], above: [] };
  return Array.isArray(register) ? { rows: register, above: ['register'] } : undefined;
}

function noRows(source: YamlSource): Complaint {
  const place = source.placeOf([]);
  return () => ({
    ja: `${place} 行の一覧、または register: の下に行の一覧だけを書いてください`,
    en: `${place} write a list of rows, or nothing but register: with such a list`,
  });
}
