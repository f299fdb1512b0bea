import { createHash } from 'node:crypto';

/** An id in AWS's shape that is the same in every run: `vpc-0` and 16 hex digits, drawn from its name. */
export function identifier(prefix: string, name: string): string {
  return `${prefix}-0${digest(`${prefix} ${name}`).slice(0, 16)}`;
}

/** A unique id in IAM's shape: `AIDA` and 17 letters. */
export function uniqueId(prefix: 'AIDA' | 'AROA' | 'AGPA' | 'ANPA' | 'AIPA', name: string): string {
  return prefix + digest(`${prefix} ${name}`).toUpperCase().slice(0, 17);
}

/** A number below `limit` that belongs to a name. */
export function numberFrom(name: string, limit: number): number {
  return Number.parseInt(digest(name).slice(0, 8), 16) % limit;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
