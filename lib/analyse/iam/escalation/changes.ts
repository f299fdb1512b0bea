import { editBoundary, loseBoundary } from './boundary-changes.ts';
import { changingActions } from './changing-actions.ts';
import type { Change, ChangesOf } from './change.ts';
import { attach, changeGroup, joinGroup, loseDenial, put } from './grant-changes.ts';
import { holdsAny, maskOf } from './holds.ts';
import type { Identity } from './identity.ts';
import { tag } from './tag-changes.ts';
import { versions } from './version-changes.ts';
import type { World } from './world.ts';

/** Everything that `actor` may change about `subject` (which may be himself) in one step. */
export function changes(actor: Identity, subject: Identity, world: World): readonly Change[] {
  if (!mayChange(actor)) return [];
  const own = subject.isProtected ? [] : subject.kind === 'user' ? userChanges : roleChanges;
  return [...own, ...policyChanges].flatMap((change) => change(actor, subject, world));
}

/** Whether an identity holds any action that changes principals: a quick no for most. */
export function mayChange(actor: Pick<Identity, 'mask'>): boolean {
  return holdsAny(actor, changing);
}

const changing = maskOf(Object.values(changingActions).flat());

/** Guardrails first: of chains of the same length, the one that reads as it would be done. */
const userChanges: readonly ChangesOf[] = [loseBoundary, loseDenial, put, attach, joinGroup, changeGroup, tag];
const roleChanges: readonly ChangesOf[] = [loseBoundary, loseDenial, put, attach, tag];
const policyChanges: readonly ChangesOf[] = [editBoundary, versions];
