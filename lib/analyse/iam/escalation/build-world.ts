import type { CredentialReport } from '../../../model/aws/credential-report.ts';
import type { IamEntities, IamEntity, IamRole, IamUser, ManagedPolicy } from '../../../model/aws/iam-entities.ts';
import type { RoleCarrier, RoleCarrierKind, RoleCarriers } from '../../../model/aws/role-carrier.ts';
import { techniqueActions } from '../catalogue/technique-actions.ts';
import { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { policyLayer, type Layer } from '../policy/decide.ts';
import { variableKeys } from '../policy/policy-variable.ts';
import type { Attachment, Boundary, Identity } from './identity.ts';
import { trustedServices } from './trusted-services.ts';
import { organizationLayers, type AccountOrganization } from './organization-layers.ts';
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
  const managed = new Map(entities.policies.map((policy) => [policy.arn, managedEntry(policy, compile, maskOf)]));
  const everything = compilePolicy(
    { id: `arn:${partition}:iam::aws:policy/AdministratorAccess`, name: 'AdministratorAccess' },
    { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
    matchers,
  );
  // AWS's own policy of that name is known, whether or not the answer holds its document.
  if (!managed.get(everything.id)?.policy)
    managed.set(everything.id, {
      arn: everything.id,
      isCustomer: false,
      policy: everything,
      versions: 1,
      others: [],
      mask: maskOf(everything),
    });
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
      tagsAreFree: false,
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
    layers: layersOf(bare, serviceControl),
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
    const tagsAreFree = change.tagsAreFree ?? base.tagsAreFree;
    const policies = new Set(attachments.map(({ policy }) => numberOf(policy)));
    const cap = kept && ('policy' in kept ? numberOf(kept.policy) : kept.unread);
    const [principal] = base.key.split(' ');
    return complete({
      ...rest,
      key: `${principal} ${[...policies].toSorted((a, b) => a - b).join()} ${cap ?? ''} ${tagsAreFree ? 'any' : JSON.stringify(tags)}`,
      changes: base.changes + 1,
      attachments,
      groups: change.groups ?? base.groups,
      tags,
      tagsAreFree,
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
    strongPolicies: strongPolicies(managed, everything),
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
        tagsAreFree: true,
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

function strongPolicies(
  managed: ReadonlyMap<string, ManagedEntry>,
  everything: CompiledPolicy,
): readonly ManagedEntry[] {
  const strong = [...managed.values()].filter(({ mask, policy }) => policy && mask !== 0n);
  return [...strong.filter(({ arn }) => arn === everything.id), ...strong.filter(({ arn }) => arn !== everything.id)];
}

/** Which roles name whom: a session's ARN names its role. */
function trustedDirectly(
  trusts: ReadonlyMap<string, CompiledPolicy>,
  users: readonly Identity[],
  roles: readonly Identity[],
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(roles.map(({ name, arn }) => [name, arn]));
  const pairs = [...trusts].flatMap(([role, { statements }]) =>
    statements.flatMap(({ effect, principal }) => {
      if (effect !== 'Allow' || !principal) return [];
      const everybody = principal.anyone ? [...users, ...roles].map(({ arn }) => arn) : [];
      const named = principal.aws.map((each) => byName.get(/:assumed-role\/([^/]+)\//.exec(each)?.[1] ?? '') ?? each);
      return [...everybody, ...named].map((actor) => ({ actor, role }));
    }),
  );
  const grouped = Map.groupBy(pairs, ({ actor }) => actor);
  return new Map([...grouped].map(([actor, each]) => [actor, [...new Set(each.map(({ role }) => role))]]));
}

function carriersByRole(
  carriers: readonly RoleCarrier[],
  roles: readonly IamRole[],
): ReadonlyMap<string, readonly RoleCarrier[]> {
  const ofProfile = new Map(roles.flatMap(({ arn, instanceProfiles }) => instanceProfiles.map((each) => [each, arn])));
  return Map.groupBy(
    carriers,
    ({ roleArn, instanceProfileArn }) => roleArn ?? ofProfile.get(instanceProfileArn ?? '') ?? '',
  );
}

function layersOf(bare: Omit<Identity, 'layers' | 'mask'>, serviceControl: readonly Layer[]): readonly Layer[] {
  const identity = policyLayer(
    'identity',
    bare.attachments.map(({ policy }) => policy),
  );
  const { boundary } = bare;
  const capped = boundary
    ? [
        'policy' in boundary
          ? policyLayer('boundary', [boundary.policy])
          : policyLayer('boundary', [], { unread: boundary.unread }),
      ]
    : [];
  // Service control policies do not affect service-linked roles ("Service control policies", Organizations User Guide).
  return [identity, ...capped, ...(bare.isServiceLinked ? [] : serviceControl)];
}

function boundaryOf(arn: string, managed: ReadonlyMap<string, ManagedEntry>): Boundary {
  const policy = managed.get(arn)?.policy;
  return policy ? { arn, policy } : { arn, unread: `boundary ${arn}` };
}

function managedEntry(
  policy: ManagedPolicy,
  compile: (id: string, name: string, document: ManagedPolicy['document']) => CompiledPolicy | undefined,
  maskOf: (policy: CompiledPolicy) => bigint,
): ManagedEntry {
  const compiled = compile(policy.arn, policy.name, policy.document);
  return {
    arn: policy.arn,
    isCustomer: !policy.arn.includes(':iam::aws:'),
    mask: compiled ? maskOf(compiled) : 0n,
    versions: policy.others.length + 1,
    others: policy.others.flatMap(({ id, document }) => compile(policy.arn, `${policy.name} ${id}`, document) ?? []),
    ...(compiled && { policy: compiled }),
  };
}

/** The technique actions that some Allow of the policy names, one bit each. */
function policyMask({ statements }: CompiledPolicy): bigint {
  let mask = 0n;
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  for (const [at, action] of techniqueActions.entries()) {
    if (allowing.some(({ actions, malformed }) => actions.has(action) || malformed === 'Action'))
      mask |= 1n << BigInt(at);
  }
  return mask;
}

/** Kinds that were read in every region: only of these can it be said that there is none. */
function readEverywhere(regions: readonly RoleCarriers[]): ReadonlySet<RoleCarrierKind> {
  const [first, ...rest] = regions;
  return new Set(first?.read.filter((kind) => rest.every(({ read }) => read.includes(kind))));
}

/** The tags of the caller that policies ask for, in lower case, and the values that they ask for. */
function askedTags(policies: readonly CompiledPolicy[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  const add = (key: string, values: readonly string[] = []): void => {
    const name = /^aws:principaltag\/(.+)$/.exec(key)?.[1];
    if (name === undefined) return;
    const known = asked.get(name) ?? new Set();
    asked.set(name, known);
    for (const value of values) known.add(value);
  };
  for (const { conditions, resources } of policies.flatMap(({ statements }) => statements)) {
    for (const { key, values } of conditions) {
      add(key, values);
      for (const each of values.flatMap(variableKeys)) add(each);
    }
    for (const { text, variables } of resources) if (variables) for (const each of variableKeys(text)) add(each);
  }
  return asked;
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
