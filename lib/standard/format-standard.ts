import { stringify } from 'yaml';
import type { Standard } from '../model/standard.ts';

/** The standard with every setting written out, as a standard.yaml that `parseStandard` reads back. */
export function formatStandard(standard: Standard): string {
  return stringify(standard, { aliasDuplicateObjects: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}
