import { techniqueActions } from '../catalogue/technique-actions.ts';
import type { Identity } from './identity.ts';

type Masked = Pick<Identity, 'mask'>;

const bits = new Map(techniqueActions.map((action, at) => [action, 1n << BigInt(at)]));
/** The bits of all of them. */
export const everyAction = (1n << BigInt(techniqueActions.length)) - 1n;

/** By actions as techniques write them: lower case is made once. */
const known = new Map<string, bigint>();

/** Whether some policy of an identity names a technique action, whatever the resource: a quick no for most. */
export function holds(identity: Masked, action: string): boolean {
  return (identity.mask & bitOf(action)) !== 0n;
}

/** Whether it holds all of these. */
export function holdsAll(identity: Masked, mask: bigint): boolean {
  return (identity.mask & mask) === mask;
}

/** Whether it holds one of these. */
export function holdsAny(identity: Masked, mask: bigint): boolean {
  return (identity.mask & mask) !== 0n;
}

/** The bits of technique actions. Throws for an action that the vendored table lacks: a bug in a technique. */
export function maskOf(actions: readonly string[]): bigint {
  return actions.reduce((mask, action) => mask | bitOf(action), 0n);
}

function bitOf(action: string): bigint {
  const bit = known.get(action) ?? bits.get(action.toLowerCase());
  if (bit === undefined) throw new TypeError(`${action} is not in the table of technique actions`);
  known.set(action, bit);
  return bit;
}
