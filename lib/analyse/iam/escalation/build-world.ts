import type { CredentialReport } from '../../../model/aws/credential-report.ts';
import type { IamEntities, IamEntity, IamRole, IamUser, ManagedPolicy } from '../../../model/aws/iam-entities.ts';
import type { RoleCarrierKind, RoleCarriers } from '../../../model/aws/role-carrier.ts';
import { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { askedTags } from './asked-tags.ts';
import { carriersByRole } from './carriers-by-role.ts';
import { identityLayers } from './identity-layers.ts';
import type { Attachment, Boundary, Identity } from './identity.ts';
import { managedPolicies } from './managed-policies.ts';
import { organizationLayers, type AccountOrganization } from './organization-layers.ts';
import { policyMask } from './policy-mask.ts';
import { trustedDirectly } from './trusted-directly.ts';
import { trustedServices } from './trusted-services.ts';
import type { FormChange, GroupEntry, ManagedEntry, UserCredentials, World } from './world.ts';

/** What the analysis of one account is made from. */
export interface AccountInput {
  readonly account: string;
  readonly asOf: Date;
  readonly entities: IamEntities;
  readonly report?: CredentialReport;
  readonly organization?: AccountOrganization;
  readonly carriers: readonly RoleCarriers[];
}

/** Compiles every policy of an account, once. */
export function buildWorld(input: AccountInput): World {
  const { entities, account, asOf } = input;
  const matchers = new ActionMatchers();
  const partition = partitionOf(entities);
  const compile = (id: string, name: string, document: ManagedPolicy['document']): CompiledPolicy | undefined =>
    document && compilePolicy({ id, name }, document, matchers);
  const masks = new Map<CompiledPolicy, bigint>();
  const maskOf = (policy: CompiledPolicy): bigint => {
    const mask = masks.get(policy) ?? policyMask(policy);
    masks.set(policy, mask);
    return mask;
  };
  const { managed, everything, strong } = managedPolicies(entities.policies, partition, compile, maskOf);
  const maskOfAll = (attachments: readonly Attachment[]): bigint =>
    attachments.reduce((mask, { policy }) => mask | maskOf(policy), 0n);
  const policiesOf = (entity: IamEntity, group?: string): Pick<GroupEntry, 'attachments' | 'unreadPolicies'> => {
    const found: Attachment[] = entity.inline.flatMap(({ name, document }) => {
      const policy = compile(`${entity.arn}#${name}`, name, document);
      return policy ? [{ policy, kind: 'inline', ...(group && { group }) }] : [];
    });
    const unreadPolicies: string[] = [];
    for (const { arn } of entity.attached) {
      const policy = managed.get(arn)?.policy;
      if (policy) found.push({ policy, kind: 'managed', ...(group && { group }) });
      else unreadPolicies.push(arn);
    }
    return { attachments: found, unreadPolicies };
  };
  const groups = new Map(
    entities.groups.map((group): [string, GroupEntry] => {
      const own = policiesOf(group, group.arn);
      return [group.name, { arn: group.arn, name: group.name, ...own, mask: maskOfAll(own.attachments) }];
    }),
  );
  const { serviceControl, resourceControl } = organizationLayers(input.organization, matchers);
  const identityOf = (entity: IamUser | IamRole, kind: 'user' | 'role'): Identity => {
    const own = policiesOf(entity);
    const memberOf = 'groups' in entity ? entity.groups.flatMap((name) => groups.get(name) ?? []) : [];
    const isServiceLinked = kind === 'role' && entity.path.startsWith('/aws-service-role/');
    return complete({
      key: entity.arn,
      changes: 0,
      arn: entity.arn,
      kind,
      name: entity.name,
      id: entity.id,
      tags: entity.tags,
      freeTags: [],
      isServiceLinked,
      isProtected: isServiceLinked || (kind === 'role' && entity.path.startsWith('/aws-reserved/')),
      groups: memberOf.map(({ arn }) => arn),
      attachments: [...own.attachments, ...memberOf.flatMap(({ attachments }) => attachments)],
      unreadPolicies: [...own.unreadPolicies, ...memberOf.flatMap(({ unreadPolicies }) => unreadPolicies)],
      ...(entity.boundaryArn && { boundary: boundaryOf(entity.boundaryArn, managed) }),
    });
  };
  const complete = (bare: Omit<Identity, 'layers' | 'mask'>): Identity => ({
    ...bare,
    layers: identityLayers(bare, serviceControl),
    mask: maskOfAll(bare.attachments),
  });
  const numbers = new Map<CompiledPolicy, number>();
  const numberOf = (policy: CompiledPolicy): number => {
    const number = numbers.get(policy) ?? numbers.size;
    numbers.set(policy, number);
    return number;
  };
  const form = (base: Identity, change: FormChange): Identity => {
    const { layers: _layers, mask: _mask, boundary, ...rest } = base;
    const kept = change.boundary === undefined ? boundary : (change.boundary ?? undefined);
    const attachments = change.attachments ?? base.attachments;
    const tags = change.tags ?? base.tags;
    const freeTags = change.freeTags ?? base.freeTags;
    const policies = new Set(attachments.map(({ policy }) => numberOf(policy)));
    const cap = kept && ('policy' in kept ? numberOf(kept.policy) : kept.unread);
    const [principal] = base.key.split(' ');
    return complete({
      ...rest,
      key: `${principal} ${[...policies].toSorted((a, b) => a - b).join()} ${cap ?? ''} ${JSON.stringify(freeTags === 'all' ? freeTags : [freeTags, tags])}`,
      changes: base.changes + 1,
      attachments,
      groups: change.groups ?? base.groups,
      tags,
      freeTags,
      ...(kept && { boundary: kept }),
    });
  };
  const users = entities.users.map((user) => identityOf(user, 'user'));
  const roles = entities.roles.map((role) => identityOf(role, 'role'));
  const trusts = new Map(
    entities.roles.flatMap(({ arn, trust }) => {
      const policy = compile(`${arn}#trust`, 'trust', trust);
      return policy ? [[arn, policy]] : [];
    }),
  );
  const carriers = input.carriers.flatMap((each) => each.carriers);
  const world: Omit<World, 'services'> = {
    account,
    partition,
    asOf,
    ...(input.organization?.id && { organizationId: input.organization.id }),
    organizationAccounts: new Set(input.organization?.accounts),
    users,
    roles,
    byArn: new Map([...users, ...roles].map((identity) => [identity.arn, identity])),
    trusts,
    trustedDirectly: trustedDirectly(trusts, users, roles),
    instanceProfiles: new Map(entities.roles.map(({ arn, instanceProfiles }) => [arn, instanceProfiles])),
    groups: new Map([...groups.values()].map((group) => [group.arn, group])),
    managed,
    strongPolicies: strong,
    serviceControl,
    resourceControl,
    ...(input.report && { credentials: credentialsOf(input.report) }),
    carriers: new Map(carriers.map((carrier) => [carrier.arn, carrier])),
    carriersOf: carriersByRole(carriers, entities.roles),
    carriersRead: readEverywhere(input.carriers),
    askedTags: askedTags([...masks.keys(), ...trusts.values()]),
    everything,
    form,
    mint: (kind, arn, boundary) =>
      complete({
        key: `new-${arn} ${boundary?.arn ?? ''}`,
        changes: 0,
        arn,
        kind,
        name: arn.slice(arn.lastIndexOf('/') + 1),
        id: kind === 'user' ? 'AIDANEW' : 'AROANEW',
        tags: {},
        freeTags: 'all',
        isServiceLinked: false,
        isProtected: false,
        groups: [],
        attachments: [{ policy: everything, kind: 'managed' }],
        unreadPolicies: [],
        ...(boundary && { boundary }),
      }),
  };
  return { ...world, services: new Map(roles.map((role) => [role.arn, trustedServices(role, world)])) };
}

function boundaryOf(arn: string, managed: ReadonlyMap<string, ManagedEntry>): Boundary {
  const policy = managed.get(arn)?.policy;
  return policy ? { arn, policy } : { arn, unread: `boundary ${arn}` };
}

/** Kinds that were read in every region: only of these can it be said that there is none. */
function readEverywhere(regions: readonly RoleCarriers[]): ReadonlySet<RoleCarrierKind> {
  const [first, ...rest] = regions;
  return new Set(first?.read.filter((kind) => rest.every(({ read }) => read.includes(kind))));
}

function credentialsOf(report: CredentialReport): ReadonlyMap<string, UserCredentials> {
  return new Map(
    report.rows.map(({ arn, password, mfaActive, keySlots, keys }) => [
      arn,
      { hasPassword: password !== undefined, hasMfa: mfaActive, keySlots, activeKeys: keys.length },
    ]),
  );
}

function partitionOf({ users, roles }: IamEntities): string {
  return (users[0] ?? roles[0])?.arn.split(':')[1] ?? 'aws';
}
