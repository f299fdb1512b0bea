import { createHash } from 'node:crypto';
import type { Standard } from '../model/standard.ts';

/** SHA-256, in hex, of the standard as JSON with its keys in order: tells whether two runs were held against the same. */
export function standardHash(standard: Standard): string {
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(standard, inOrder)).digest('hex');
}
