import { userActions } from './as-user.ts';
import { mayChange } from './changes.ts';
import { existingResourceTechniques, type ExistingResourceTechnique } from './existing-resource-techniques.ts';
import { holdsAll, holdsAny, maskOf } from './holds.ts';
import type { Identity } from './identity.ts';
import { newResourceTechniques, type NewResourceTechnique } from './new-resource-techniques.ts';

const newResourceMasks = newResourceTechniques.map(({ actions }) => maskOf(['iam:PassRole', ...actions]));
const existingResourceMasks = existingResourceTechniques.map(({ actions }) => maskOf(actions));

/** The techniques of which an actor holds every action, on whatever resources. */
export function techniquesInReach(actor: Identity): {
  readonly making: readonly NewResourceTechnique[];
  readonly using: readonly ExistingResourceTechnique[];
} {
  return {
    making: newResourceTechniques.filter((_, at) => holdsAll(actor, newResourceMasks[at] ?? 0n)),
    using: existingResourceTechniques.filter((_, at) => holdsAll(actor, existingResourceMasks[at] ?? 0n)),
  };
}

/** Whether an identity could take a first step at all. */
export function isActive(actor: Pick<Identity, 'mask'>): boolean {
  return (
    holdsAny(actor, firstSteps) ||
    mayChange(actor) ||
    newResourceMasks.some((mask) => holdsAll(actor, mask)) ||
    existingResourceMasks.some((mask) => holdsAll(actor, mask))
  );
}

const firstSteps = maskOf([
  ...userActions,
  'sts:AssumeRole',
  'iam:CreateRole',
  'iam:CreateUser',
  'iam:UpdateAssumeRolePolicy',
]);
