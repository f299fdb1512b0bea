import type { EscalationPath, EscalationStep } from '../../../model/azure/access.ts';
import type { Accounts } from './accounts.ts';
import type { Carrier } from './carriers.ts';
import type { TakeoverEntry } from './takeover-index.ts';
import type { Takeover } from './takeovers.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** An identity on the way, and how it leads on. */
export interface Node {
  readonly principal: string;
  /** The role of the last identity. */
  readonly start: WeighedGrant;
  /** How this principal acts as the next; absent of the last. */
  readonly taken?: {
    readonly way: Takeover;
    readonly entry: TakeoverEntry;
    readonly carrier: Carrier;
    readonly next: Node;
  };
}

/** The way from a principal on, written out. */
export function pathFrom(node: Node, accounts: Accounts): EscalationPath {
  const steps: EscalationStep[] = [];
  for (let at: Node | undefined = node; at?.taken; at = at.taken.next)
    steps.push(stepOf(at.principal, at.taken, accounts));
  const [first, ...rest] = steps;
  if (!first) throw new TypeError('a way has at least one step');
  return { steps: [first, ...rest], reached: reachedOf(node.start) };
}

function stepOf(
  principal: string,
  { way, entry, carrier, next }: NonNullable<Node['taken']>,
  accounts: Accounts,
): EscalationStep {
  const { grant, role } = entry.weighed;
  const isOwn = grant.principal === principal;
  return {
    actor: principal,
    actorName: accounts.get(principal).name,
    ...(!isOwn && { via: { id: grant.principal, name: accounts.get(grant.principal).name } }),
    action: way.action,
    assignment: grant.id,
    roleName: role?.name ?? grant.role,
    resource: carrier.resource,
    resourceName: carrier.name,
    identity: next.principal,
    identityName: accounts.get(next.principal).name,
  };
}

function reachedOf({ grant, role, level, power }: WeighedGrant): EscalationPath['reached'] {
  return { roleName: role?.name ?? grant.role, scope: grant.scope, level, assignment: grant.id, power };
}
