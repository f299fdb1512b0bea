import type { StatementPlace } from './principal-access.ts';

/** A statement as evidence refers to it: the policy and the statement's Sid, or its number from 1. */
export function statementRef({ policy, sid, statement }: StatementPlace): string {
  return `${policy}#${sid ?? `statement-${statement + 1}`}`;
}
