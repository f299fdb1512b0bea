import { globMatches } from '../policy/glob.ts';
import type { Identity } from './identity.ts';

/** Identities that could be the target of an action, to be found by ARN. */
export interface Targets {
  readonly list: readonly Identity[];
  readonly byArn: ReadonlyMap<string, Identity>;
}

/** Arranges targets. */
export function targetsOf(list: readonly Identity[]): Targets {
  return { list, byArn: new Map(list.map((identity) => [identity.arn, identity])) };
}

/**
 * The targets that some Allow of an identity names for an action. Policies that list ARNs cost as much as they list,
 * however many targets there are.
 */
export function named(identity: Identity, action: string, targets: Targets): ReadonlySet<Identity> {
  const found = new Set<Identity>();
  const [layer] = identity.layers;
  for (const { resources, notResource, malformed } of layer?.about(action.toLowerCase()).allow ?? []) {
    if (notResource || malformed !== undefined) return new Set(targets.list);
    for (const { text, variables } of resources) {
      if (/^\*+$/.test(text) || variables) return new Set(targets.list);
      const exact = targets.byArn.get(text);
      if (exact) found.add(exact);
      else if (/[*?]/.test(text))
        for (const target of targets.list) if (globMatches(text, target.arn)) found.add(target);
    }
  }
  return found;
}
