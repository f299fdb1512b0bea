import { decideAssumeRole } from '../../lib/analyse/iam/escalation/assume-role.ts';
import { buildWorld } from '../../lib/analyse/iam/escalation/build-world.ts';
import { accountOrganization } from '../../lib/analyse/iam/escalation/organization-layers.ts';
import { requestKeys } from '../../lib/analyse/iam/escalation/request-keys.ts';
import { decide, type Decision } from '../../lib/analyse/iam/policy/decide.ts';
import { missing, type KeyStates } from '../../lib/analyse/iam/policy/request.ts';
import { interpretPart } from '../../lib/interpret/interpret-part.ts';
import { organizationOf } from '../../lib/interpret/aws/organization.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import resourceControlServices from '../../lib/analyse/iam/catalogue/rcp-services.json' with { type: 'json' };
import type { Comparison } from './case-file.ts';

/** One request that a case decides. */
export interface CaseDecision {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly allow: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** What the policy engine says of one request that carries the case's context and nothing else. */
export function decisionOf(
  { principal, action, resource, allow, context = {} }: CaseDecision,
  snapshots: readonly Snapshot[],
  organization: Snapshot,
): Comparison {
  const [global] = snapshots;
  const entities = global && interpretPart('aws.iamEntities', global);
  const above = organizationOf(organization);
  if (!global || !entities?.read || !above || above === 'none' || !('account' in global.unit)) {
    throw new Error('the case was not understood');
  }
  const { account } = global.unit;
  const world = buildWorld({
    account,
    asOf: new Date(global.collectedAt),
    entities: entities.value,
    organization: accountOrganization(above, account),
    carriers: [],
  });
  const actor = world.byArn.get(principal);
  if (!actor) throw new Error(`${principal} is not in the case`);
  const given = new Map(
    Object.entries(context).map(([key, value]) => [
      key.toLowerCase(),
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
  const carrying =
    (keys: KeyStates): KeyStates =>
    (key) => {
      const values = given.get(key);
      const state = values ? { values } : keys(key);
      if ('unknown' in state) return missing;
      return 'options' in state ? { values: state.options[0]?.values ?? [] } : state;
    };
  const role = /^sts:assumerole$/i.test(action) ? world.byArn.get(resource) : undefined;
  const call = { action: action.toLowerCase(), resource, resourceTags: world.byArn.get(resource)?.tags ?? {} };
  const decision: Decision = role
    ? decideAssumeRole(actor, role, world, carrying)
    : decide([...actor.layers, ...(isUnderResourceControl(action) ? world.resourceControl : [])], {
        action: call.action,
        resource,
        keys: carrying(requestKeys(actor, call, world)),
      });
  return {
    about: `${principal} ${action} ${resource}`,
    expected: `allow ${allow}`,
    found: `allow ${decision.outcome === 'allowed'}`,
    reason: decision.outcome === 'denied' ? `denied by ${decision.layer}` : decision.outcome,
  };
}

/** Resource control policies concern the resources of some services alone. */
function isUnderResourceControl(action: string): boolean {
  return resourceControlServices.includes(action.split(':')[0]?.toLowerCase() ?? '');
}
