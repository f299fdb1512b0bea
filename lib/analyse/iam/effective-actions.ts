import { actionsNamed, common, without, type ActionSet } from './catalogue/action-set.ts';
import type { Identity } from './escalation/identity.ts';
import type { Layer } from './policy/decide.ts';
import { deniesEverywhere } from './policy/denies-everywhere.ts';

/**
 * The actions that an identity may call on some resource under some circumstances: what its policies allow, as far as its
 * boundary and its organization do, less what is denied always and everywhere.
 */
export function effectiveActions({ layers }: Identity): ActionSet {
  return layers
    .filter(({ unread }) => !unread)
    .map(ofLayer)
    .reduce(common);
}

function ofLayer({ policies }: Layer): ActionSet {
  const statements = policies.flatMap((policy) => policy.statements);
  const allowed = statements.filter(({ effect }) => effect === 'Allow');
  const denied = statements.filter(deniesEverywhere);
  return denied.length > 0 ? without(actionsNamed(allowed), actionsNamed(denied)) : actionsNamed(allowed);
}
