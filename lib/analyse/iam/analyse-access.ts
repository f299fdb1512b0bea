import type { CredentialReport } from '../../model/aws/credential-report.ts';
import type { IdentityCenter } from '../../model/aws/identity-center.ts';
import { permissionSetOf } from '../../model/aws/permission-set-role.ts';
import type { IamEntities, IamRole, IamUser } from '../../model/aws/iam-entities.ts';
import type {
  AccessCall,
  AccessNeed,
  AccessStep,
  AccountAccess,
  PrincipalAccess,
  PrivilegeClass,
  StatementPlace,
} from '../../model/aws/principal-access.ts';
import type { RoleCarriers } from '../../model/aws/role-carrier.ts';
import { isEverything, levelsOf, servicesOf } from './catalogue/action-set.ts';
import { effectiveActions } from './effective-actions.ts';
import { describeNeed } from './describe-need.ts';
import { describeStep } from './describe-step.ts';
import { buildWorld } from './escalation/build-world.ts';
import { nameTogether } from './escalation/name-together.ts';
import type { AccountOrganization } from './escalation/organization-layers.ts';
import { reach, type Reach } from './escalation/reach.ts';
import { needsOfStep, type Step } from './escalation/step.ts';
import type { World } from './escalation/world.ts';
import type { CompiledStatement } from './policy/compiled-policy.ts';
import { withoutMfa } from './without-mfa.ts';
import { trustExposures } from './trust/trust-exposures.ts';

/** What the analysis of one account is made from. */
export interface AccessInput {
  readonly account: string;
  readonly asOf: Date;
  readonly entities: IamEntities;
  /** Absent when it was not read: what of credentials a chain rests on is then a need. */
  readonly report?: CredentialReport;
  /** `none` when the account is in no organization; absent when nobody could tell. */
  readonly organization?: AccountOrganization | 'none';
  /** Absent when nobody could tell who comes through it. */
  readonly identityCenter?: IdentityCenter;
  /** One for each region that was read. */
  readonly carriers: readonly RoleCarriers[];
}

/** Who of an account can do what, how each could become an administrator, and who from outside gets in. Pure. */
export function analyseAccess(input: AccessInput): AccountAccess {
  const { organization, entities, identityCenter, ...rest } = input;
  const known = organization === 'none' ? undefined : organization;
  const world = buildWorld({ ...rest, entities, ...(known && { organization: known }) });
  const entityOf = new Map([...entities.users, ...entities.roles].map((entity) => [entity.arn, entity]));
  const principals = reach(world).map((each): PrincipalAccess => {
    const entity = entityOf.get(each.identity.arn);
    const permissionSet = entity && each.identity.kind === 'role' ? permissionSetOf(entity) : undefined;
    const heldBy = permissionSet === undefined ? undefined : identityCenter?.holders(input.account, permissionSet);
    return {
      ...principalAccess(each, entity, world),
      ...(permissionSet && { permissionSet }),
      ...(heldBy && { heldBy }),
    };
  });
  const unread = organization === undefined || known?.policiesUnread;
  return { principals, upperBound: unread ? [describeNeed('service-control-policies')] : [] };
}

function principalAccess(found: Reach, entity: IamUser | IamRole | undefined, world: World): PrincipalAccess {
  const { identity, verdict } = found;
  const { arn, name, kind, tags, groups, isServiceLinked, unreadPolicies, boundary } = identity;
  const lastUsed = entity && 'lastUsed' in entity ? entity.lastUsed : undefined;
  const held = summarise(found);
  const mfa = withoutMfa(identity, world);
  return {
    arn,
    name,
    kind,
    created: entity?.created ?? new Date(0),
    ...(lastUsed && { lastUsed }),
    tags,
    groups,
    ...(boundary && { boundary: boundary.arn }),
    isServiceLinked,
    isIdentityCenter: kind === 'role' && (entity?.path ?? '').startsWith('/aws-reserved/sso.amazonaws.com/'),
    verdict,
    ...held,
    grantedBy: (found.direct?.by ?? []).map(placeOf),
    steps: nameTogether(found.steps).map(stepOf),
    needs: [...needsOf(found, world)].map(describeNeed),
    policies: identity.attachments.map(({ policy, kind: how, group }) => ({
      id: policy.id,
      name: policy.name,
      kind: how,
      ...(group && { group }),
    })),
    unreadPolicies,
    ...(mfa && { withoutMfa: mfa }),
    exposures: exposuresOf(arn, world),
  };
}

/** What a chain needs; for who has none, the documents that were not read and might hold one. */
function needsOf({ needs, verdict, identity }: Reach, { everything }: World): readonly string[] {
  if (verdict === 'direct' || verdict === 'proven' || needs.length > 0) return needs;
  return identity.unreadPolicies.filter((arn) => arn !== everything.id).map((arn) => `policy ${arn}`);
}

function summarise({ identity, verdict }: Reach): Pick<PrincipalAccess, 'privileges' | 'services'> {
  const allowed = effectiveActions(identity);
  // A guardrail here and there makes an administrator's list no shorter in any way that matters.
  const services = verdict === 'direct' || isEverything(allowed) ? ['*'] : servicesOf(allowed);
  return { privileges: classOf(verdict, levelsOf(allowed)), services };
}

function classOf(verdict: Reach['verdict'], levels: ReadonlySet<string>): PrivilegeClass {
  if (verdict === 'direct') return 'administrator';
  if (verdict === 'proven') return 'can-become-administrator';
  if (verdict === 'conditional') return 'may-become-administrator';
  if (levels.has('P')) return 'manages-permissions';
  if (levels.has('W') || levels.has('T')) return 'writes';
  return levels.size > 0 ? 'reads' : 'none';
}

function exposuresOf(arn: string, world: World): PrincipalAccess['exposures'] {
  const trust = world.trusts.get(arn);
  if (!trust) return [];
  return trustExposures(trust, {
    account: world.account,
    asOf: world.asOf,
    organizationAccounts: world.organizationAccounts,
    ...(world.organizationId && { organizationId: world.organizationId }),
    resourceControl: world.resourceControl,
  });
}

function stepOf(step: Step): AccessStep {
  const { technique, actor, target, calls } = step;
  return {
    technique,
    actor,
    target,
    what: describeStep(step),
    calls: calls.map(({ action, resource, anyOf = resource, by }): AccessCall => ({
      action,
      resource: anyOf,
      allowedBy: by.filter(({ policy }) => !policy.id.startsWith(ofOrganization)).map(placeOf),
    })),
    needs: needsOfStep(step).map((need): AccessNeed => describeNeed(need)),
  };
}

/** Ids of an organization's policies, which grant nothing: what matters is whose policy of the account does. */
const ofOrganization = 'p-';

function placeOf({ policy, index, sid }: CompiledStatement): StatementPlace {
  return { policy: policy.id, policyName: policy.name, statement: index, ...(sid && { sid }) };
}
