import { askOn } from './ask.ts';
import type { CallsOnNew } from './calls-on-new.ts';
import { carrierServices } from './carrier-services.ts';
import type { ExistingResourceTechnique } from './existing-resource-techniques.ts';
import type { Identity } from './identity.ts';
import { stepBy, type Step } from './step.ts';
import type { World } from './world.ts';

/** Resources that run as the role already. Where they were not read, nobody knows whether there is one. */
export function useExisting(
  actor: Identity,
  target: Identity,
  techniques: readonly ExistingResourceTechnique[],
  onNew: CallsOnNew,
  world: World,
): readonly Step[] {
  return techniques.flatMap((technique): readonly Step[] => {
    const { kind, actions, where, exists, id } = technique;
    const ways = (world.carriersOf.get(target.arn) ?? []).flatMap((carrier): Step[] => {
      const fits = carrier.kind === kind && (where ? where(carrier) : true);
      if (fits === false) return [];
      const calls = actions.map((action) => askOn(actor, action, carrier.arn, world));
      if (!calls.every((each) => each !== undefined)) return [];
      const unseenState = fits === undefined ? [`resource ${kind}`] : [];
      return [stepBy(id, actor, carrier.arn, calls.flat(), [...unseenState, ...(exists ? [`exists ${exists}`] : [])])];
    });
    if (ways.length > 0 || world.carriersRead.has(kind)) return ways;
    // Nobody knows whether there is one.
    const calls = world.services.get(target.arn)?.has(carrierServices[kind]) ? onNew(actions) : undefined;
    return calls ? [stepBy(id, actor, target.arn, calls, [`resource ${kind}`])] : [];
  });
}
