import { analyseAccess, type AccessInput } from '../../lib/analyse/iam/analyse-access.ts';
import type { AccountOrganization } from '../../lib/analyse/iam/escalation/organization-layers.ts';
import type {
  IamEntities,
  IamEntity,
  IamRole,
  IamUser,
  ManagedPolicy,
  PolicyDocument,
} from '../../lib/model/aws/iam-entities.ts';
import type { CredentialReport, CredentialRow } from '../../lib/model/aws/credential-report.ts';
import type { PrincipalAccess } from '../../lib/model/aws/principal-access.ts';
import { roleCarrierKinds, type RoleCarrier } from '../../lib/model/aws/role-carrier.ts';

/** The account of every sample. */
export const account = '111122223333';
/** When samples are analysed. */
export const asOf = new Date('2026-01-01T00:00:00Z');
/** AWS's own policy of full access. */
export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A statement as JSON says it; tests also write what is none. */
export type Statement = Readonly<Record<string, unknown>>;

/** A user, as short as a test can say it. Policies are lists of statements, each an inline policy. */
export interface SampleUser {
  readonly inline?: readonly Statement[];
  readonly attached?: readonly string[];
  readonly groups?: readonly string[];
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A role: like a user, with whom it trusts. */
export interface SampleRole extends Omit<SampleUser, 'groups'> {
  readonly path?: string;
  readonly trust: readonly Statement[];
  /** Whether an instance profile of the role's name holds it. */
  readonly inProfile?: boolean;
}

/** A managed policy of the account: its statements in force, and those of its other versions. */
export interface SamplePolicy {
  readonly statements: readonly Statement[];
  readonly version?: string;
  readonly others?: readonly (readonly Statement[])[];
}

/** What a user signs in with: nothing, where nothing is said. */
export type SampleCredentials = Partial<Pick<CredentialRow, 'keySlots' | 'mfaActive' | 'password'>>;

/** An account. Names, not ARNs, are its keys; only policies of AWS go by their ARN. */
export interface SampleAccount {
  readonly users?: Readonly<Record<string, SampleUser>>;
  readonly roles?: Readonly<Record<string, SampleRole>>;
  readonly groups?: Readonly<Record<string, Pick<SampleUser, 'inline' | 'attached'>>>;
  readonly policies?: Readonly<Record<string, SamplePolicy>>;
  readonly credentials?: Readonly<Record<string, SampleCredentials>>;
  readonly carriers?: readonly RoleCarrier[];
  /** Service control policies, from the root down, one list of statements for each level. */
  readonly serviceControl?: readonly (readonly Statement[])[];
  readonly resourceControl?: readonly (readonly Statement[])[];
  readonly isManagement?: boolean;
}

/** `arn:aws:iam::…:user/alice` */
export const userArn = (name: string): string => `arn:aws:iam::${account}:user/${name}`;
/** `arn:aws:iam::…:role/ops` */
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
/** `arn:aws:iam::…:group/staff` */
export const groupArn = (name: string): string => `arn:aws:iam::${account}:group/${name}`;
/** `arn:aws:iam::…:policy/own` */
export const policyArn = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;

/** An Allow of these actions, on everything where nothing else is said. */
export function allow(actions: string | readonly string[], more: Statement = {}): Statement {
  return { Effect: 'Allow', Action: actions, ...('NotResource' in more ? {} : { Resource: '*' }), ...more };
}

/** A Deny of these actions, on everything where nothing else is said. */
export function deny(actions: string | readonly string[], more: Statement = {}): Statement {
  return { ...allow(actions, more), Effect: 'Deny' };
}

/** A trust policy's statement. */
export function trusts(principal: unknown, condition?: unknown): Statement {
  const isService = typeof principal === 'string' && principal.endsWith('.amazonaws.com');
  return {
    Effect: 'Allow',
    Principal: isService ? { Service: principal } : typeof principal === 'string' ? { AWS: principal } : principal,
    Action: 'sts:AssumeRole',
    ...(condition !== undefined && { Condition: condition }),
  };
}

/** The account's root: delegates to identity policies. */
export const anyoneHere = `arn:aws:iam::${account}:root`;

/** A role with full access that trusts these. */
export function adminRole(trust: string | Statement, more: Partial<SampleRole> = {}): SampleRole {
  return {
    attached: [administratorAccess],
    trust: [typeof trust === 'string' ? trusts(trust) : trust],
    inProfile: true,
    ...more,
  };
}

/** A document of these statements. */
export function document(statements: unknown, version = '2012-10-17'): PolicyDocument {
  return { Version: version, Statement: statements };
}

/** What `analyseAccess` reads, made from a sample. */
export function inputOf(sample: SampleAccount): AccessInput {
  return {
    account,
    asOf,
    entities: entitiesOf(sample),
    report: reportOf(sample),
    organization: organizationOf(sample),
    carriers: [{ carriers: sample.carriers ?? [], read: roleCarrierKinds }],
  };
}

/** Everybody of a sample, by name. */
export function analyse(sample: SampleAccount): ReadonlyMap<string, PrincipalAccess> {
  return new Map(analyseAccess(inputOf(sample)).principals.map((each) => [each.name, each]));
}

/** How far one principal of a sample gets, and by which techniques. */
export function verdictOf(
  name: string,
  sample: SampleAccount,
): { readonly verdict: string; readonly techniques: readonly string[]; readonly needs: readonly string[] } {
  const found = analyse(sample).get(name);
  if (!found) throw new Error(`the sample has no ${name}`);
  const { verdict, steps, needs } = found;
  return { verdict, techniques: steps.map(({ technique }) => technique), needs: needs.map(({ id }) => id) };
}

function entitiesOf({ users = {}, roles = {}, groups = {}, policies = {} }: SampleAccount): IamEntities {
  return {
    users: Object.entries(users).map(([name, user]): IamUser => ({
      ...entityOf(name, userArn(name), `AIDA${idOf(name)}`, user),
      groups: user.groups ?? [],
      tags: user.tags ?? {},
      ...(user.boundary && { boundaryArn: user.boundary }),
    })),
    groups: Object.entries(groups).map(([name, group]) => entityOf(name, groupArn(name), `AGPA${idOf(name)}`, group)),
    roles: Object.entries(roles).map(([name, role]): IamRole => {
      const { path = '/' } = role;
      const arn = `arn:aws:iam::${account}:role${path}${name}`;
      return {
        ...entityOf(name, arn, `AROA${idOf(name)}`, role),
        path,
        trust: document(role.trust),
        tags: role.tags ?? {},
        instanceProfiles: role.inProfile ? [`arn:aws:iam::${account}:instance-profile/${name}`] : [],
        ...(role.boundary && { boundaryArn: role.boundary }),
      };
    }),
    policies: Object.entries(policies).map(([name, { statements, version, others = [] }]): ManagedPolicy => ({
      arn: name.startsWith('arn:') ? name : policyArn(name),
      name,
      document: document(statements, version),
      others: others.map((each, at) => ({ id: `v${at + 2}`, document: document(each) })),
    })),
  };
}

function entityOf(name: string, arn: string, id: string, { inline = [], attached = [] }: SampleUser): IamEntity {
  return {
    name,
    arn,
    id,
    path: '/',
    created: asOf,
    attached: attached.map((policy) => ({ arn: policy, name: policy.replace(/^.*\//, '') })),
    inline: inline.map((statement, at) => ({ name: `inline-${at}`, document: document(statement) })),
  };
}

function idOf(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, 'X')
    .padStart(16, '0');
}

function reportOf({ users = {}, credentials = {} }: SampleAccount): CredentialReport {
  return {
    generated: asOf,
    rows: Object.keys(users).map((name) => ({
      user: name,
      arn: userArn(name),
      isRoot: false,
      created: asOf,
      mfaActive: false,
      keySlots: 0,
      keys: [],
      uses: [],
      certificates: [],
      ...credentials[name],
    })),
  };
}

function organizationOf(sample: SampleAccount): AccountOrganization | 'none' {
  const { serviceControl, resourceControl, isManagement = false } = sample;
  if (!serviceControl && !resourceControl) return 'none';
  const levels = (all: readonly (readonly Statement[])[] = [], kind: string) =>
    all.map((statements, at) => [{ id: `p-${kind}${at}`, name: `${kind} ${at}`, document: document(statements) }]);
  return {
    id: 'o-sample',
    isManagement,
    accounts: [account],
    policiesUnread: false,
    serviceControl: levels(serviceControl, 'scp'),
    resourceControl: levels(resourceControl, 'rcp'),
  };
}
