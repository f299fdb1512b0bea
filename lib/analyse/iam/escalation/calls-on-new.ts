import { askForNew, type Permitted } from './ask.ts';
import type { Identity } from './identity.ts';
import type { World } from './world.ts';

/** Whether an actor may call all of some actions on resources that it names itself: asked once, whatever the role. */
export type CallsOnNew = (actions: readonly string[]) => readonly Permitted[] | undefined;

/** Asks for one actor. */
export function callsOnNew(actor: Identity, world: World): CallsOnNew {
  const known = new Map<string, readonly Permitted[] | undefined>();
  const one = (action: string): readonly Permitted[] | undefined => {
    if (!known.has(action)) known.set(action, askForNew(actor, action, world));
    return known.get(action);
  };
  return (actions) => {
    const calls = actions.map(one);
    return calls.every((each) => each !== undefined) ? calls.flat() : undefined;
  };
}
