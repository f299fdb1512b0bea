import { anyValue, type KeyState } from '../policy/request.ts';
import { ask, type Permitted } from './ask.ts';
import type { CallsOnNew } from './calls-on-new.ts';
import type { Identity } from './identity.ts';
import type { NewResourceTechnique } from './new-resource-techniques.ts';
import { stepBy, type Step } from './step.ts';
import type { World } from './world.ts';

/** How an actor runs something new with a role. */
export function passToNew(
  actor: Identity,
  target: Identity,
  techniques: readonly NewResourceTechnique[],
  onNew: CallsOnNew,
  world: World,
): readonly Step[] {
  if (target.isServiceLinked) return [];
  return techniques.flatMap((technique): Step[] => {
    if (!world.services.get(target.arn)?.has(technique.service)) return [];
    const profiles = world.instanceProfiles.get(target.arn) ?? [];
    if (technique.profile === 'existing' && profiles.length === 0) return [];
    const made = onNew(technique.actions);
    const pass = made && mayPass(actor, target, technique.service, world);
    const calls = made && pass && [pass, ...made];
    return calls
      ? [stepBy(technique.id, actor, target.arn, calls, technique.exists ? [`exists ${technique.exists}`] : [])]
      : [];
  });
}

function mayPass(actor: Identity, target: Identity, service: string, world: World): Permitted | undefined {
  const fixed: Readonly<Record<string, KeyState>> = {
    'iam:passedtoservice': { values: [service] },
    'iam:associatedresourcearn': anyValue,
  };
  return ask(actor, 'iam:PassRole', target.arn, world, { fixed });
}
