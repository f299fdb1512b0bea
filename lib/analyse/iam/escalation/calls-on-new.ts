import { askForNewTogether, type Permitted } from './ask.ts';
import type { Identity } from './identity.ts';
import type { World } from './world.ts';

/** Whether an actor may call all of some actions on resources that it names itself: asked once, whatever the role. */
export type CallsOnNew = (actions: readonly string[]) => readonly Permitted[] | undefined;

/** Asks for one actor. */
export function callsOnNew(actor: Identity, world: World): CallsOnNew {
  const known = new Map<string, readonly Permitted[] | undefined>();
  return (actions) => {
    const key = actions.join(' ');
    if (!known.has(key)) known.set(key, askForNewTogether(actor, actions, world));
    return known.get(key);
  };
}
