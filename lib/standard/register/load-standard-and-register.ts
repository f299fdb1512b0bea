import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import type { Standard } from '../../model/standard.ts';
import { loadStandard, usualFile } from '../load-standard.ts';
import { theStandard, type Known } from '../parse-standard.ts';
import { readYaml } from '../yaml-source.ts';
import { readRegister } from './read-register.ts';

/** Files as somebody named them. */
export interface StandardFiles {
  readonly standard?: string | undefined;
  readonly register?: string | undefined;
}

const usualRegisters = ['register.yaml', 'register.yml'];

/**
 * Loads the standard as `loadStandard` does, and with it the register: from the named file, else from a register.yaml in
 * the folder of the standard. Throws OperatorError where the standard has rows of its own beside that file, since nobody
 * could tell which hold.
 */
export async function loadStandardAndRegister(files: StandardFiles, known: Known): Promise<Standard> {
  const standard = await loadStandard(files.standard, known);
  const standardFile = files.standard ?? usualFile;
  const file = files.register ?? (await registerBeside(standardFile));
  if (file === undefined) return standard;
  if (standard.register.length > 0) throw twoRegisters(`${standardFile} (register:)`, file);
  return { ...standard, register: (await readRegister(file)).rows };
}

/** The register.yaml in the folder of `standardFile`, if there is one. */
async function registerBeside(standardFile: string): Promise<string | undefined> {
  const files = usualRegisters.map((name) => join(dirname(standardFile), name));
  const found = await Promise.all(files.map(exists));
  const [first, second] = files.filter((_, index) => found[index]);
  if (first !== undefined && second !== undefined) throw twoRegisters(first, second);
  return first;
}

/**
 * The file of the register that a run with `standardFile` would use: the one beside it, or the standard itself with rows
 * of its own, if there is one.
 */
export async function usualRegister(standardFile: string): Promise<string | undefined> {
  const [beside, isInside] = await Promise.all([registerBeside(standardFile), hasRows(standardFile)]);
  if (beside !== undefined && isInside) throw twoRegisters(`${standardFile} (register:)`, beside);
  return beside ?? (isInside ? standardFile : undefined);
}

async function hasRows(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const { written } = readYaml(text, { file, what: theStandard });
  const rows = typeof written === 'object' && written !== null && 'register' in written ? written.register : undefined;
  return Array.isArray(rows) && rows.length > 0;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      // What is there and cannot be read is read all the same, so that somebody is told.
      return cause.code !== 'ENOENT';
    },
  );
}

function twoRegisters(one: string, other: string): OperatorError {
  return new OperatorError({
    ja: `承認済みクラウドサービス台帳が2つあります(${one} と ${other})。一方にまとめ、もう一方を消してください。`,
    en: `There are two registers, ${one} and ${other}; bring their rows together in one, and delete the other.`,
  });
}
