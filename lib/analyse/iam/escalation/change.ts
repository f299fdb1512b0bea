import type { KeyState } from '../policy/request.ts';
import type { Attachment, Identity } from './identity.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** What an identity becomes when somebody changed its policies, groups, boundary or tags. */
export interface Change {
  readonly form: Identity;
  readonly step: Step;
}

/** Finds the changes of one kind that an actor may make of a subject. */
export type ChangesOf = (actor: Identity, subject: Identity, world: World) => readonly Change[];

/** The boundary that conditions on `iam:PermissionsBoundary` see: the one that the changed principal has. */
export function withBoundary({
  boundary,
}: {
  readonly boundary?: Identity['boundary'] | undefined;
}): Readonly<Record<string, KeyState>> {
  return { 'iam:permissionsboundary': { values: boundary ? [boundary.arn] : [] } };
}

/** A subject's kept policies, and full access. */
export function withEverything(
  subject: Identity,
  { everything }: World,
  kept: readonly Attachment[],
): readonly Attachment[] {
  return [...kept, { policy: everything, kind: 'managed' }];
}
