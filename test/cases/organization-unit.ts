import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';

/** Policies attached at one level above an account, as a case says them. */
export interface CaseLevel {
  /** `root`, an organizational unit, or the account. */
  readonly level?: string;
  readonly target?: string;
  readonly policies: readonly { readonly name: string; readonly document: unknown }[];
}

/** An organization as a case says it: one account and what stands above it. */
interface CaseOrganization {
  readonly id: string;
  readonly account: string;
  readonly accounts: readonly string[];
  readonly isManagement: boolean;
  /** Service control policies, from the root down. None: the type is not enabled. */
  readonly levels: readonly CaseLevel[];
  readonly resourceLevels?: readonly CaseLevel[];
}

const types = { service: 'SERVICE_CONTROL_POLICY', resource: 'RESOURCE_CONTROL_POLICY' } as const;

/** The organization's unit: a root, one unit below another for every level in between, and the account at the end. */
export function organizationUnit(organization: CaseOrganization, collectedAt: string): Snapshot {
  const { id, account, accounts, isManagement, levels, resourceLevels = [] } = organization;
  const management = isManagement ? account : '999999999999';
  const depth = Math.max(levels.length, resourceLevels.length, 2);
  const targets = Array.from({ length: depth }, (_, at) =>
    targetAt(at, depth, account, levels[at] ?? resourceLevels[at]),
  );
  const attached = [
    ...attachments(types.service, filled(levels, depth), targets),
    ...attachments(types.resource, filled(resourceLevels, depth), targets),
  ];
  const units = targets.slice(1, -1);
  const enabled = [
    ...(levels.length > 0 ? [types.service] : []),
    ...(resourceLevels.length > 0 ? [types.resource] : []),
  ];
  const keyed = (input: object, output: object): object => ({ input, output });
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', organization: id },
    collectedAt,
    errors: [],
    responses: {
      'organizations:DescribeOrganization': {
        Organization: { Id: id, MasterAccountId: management, FeatureSet: 'ALL' },
      },
      'organizations:ListAccounts': {
        Accounts: [...new Set([account, ...accounts])].map((Id) => ({ Id, State: 'ACTIVE' })),
      },
      'organizations:ListRoots': {
        Roots: [{ Id: targets[0], PolicyTypes: enabled.map((Type) => ({ Type, Status: 'ENABLED' })) }],
      },
      'organizations:ListOrganizationalUnitsForParent': targets
        .slice(0, -1)
        .map((ParentId, at) => keyed({ ParentId }, { OrganizationalUnits: units[at] ? [{ Id: units[at] }] : [] })),
      'organizations:ListAccountsForParent': targets
        .slice(0, -1)
        .map((ParentId, at) => keyed({ ParentId }, { Accounts: at === depth - 2 ? [{ Id: account }] : [] })),
      'organizations:ListPolicies': Object.values(types).map((Filter) =>
        keyed({ Filter }, { Policies: attached.filter(({ type }) => type === Filter).map(({ summary }) => summary) }),
      ),
      'organizations:DescribePolicy': attached.map(({ summary, content }) =>
        keyed({ PolicyId: summary.Id }, { Policy: { PolicySummary: summary, Content: content } }),
      ),
      'organizations:ListTargetsForPolicy': attached.map(({ summary, target }) =>
        keyed({ PolicyId: summary.Id }, { Targets: [{ TargetId: target }] }),
      ),
    },
  };
}

/** A case states the levels that matter; the others have what AWS attaches everywhere. */
function filled(levels: readonly CaseLevel[], depth: number): readonly CaseLevel[] {
  if (levels.length === 0) return [];
  const full = {
    name: 'FullAWSAccess',
    document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  };
  return Array.from({ length: depth }, (_, at) => levels[at] ?? { policies: [full] });
}

function targetAt(at: number, depth: number, account: string, level: CaseLevel | undefined): string {
  if (at === depth - 1) return account;
  return level?.target ?? (at === 0 ? 'r-case' : `ou-case-0000000${at}`);
}

interface Attached {
  readonly type: string;
  readonly target: string;
  readonly summary: { readonly Id: string; readonly Name: string; readonly Type: string };
  readonly content: string;
}

function attachments(type: string, levels: readonly CaseLevel[], targets: readonly string[]): readonly Attached[] {
  return levels.flatMap(({ policies }, at) =>
    policies.map(({ name, document }, number) => ({
      type,
      target: targets[at] ?? '',
      summary: { Id: `p-${type === types.service ? 's' : 'r'}${at}${number}`, Name: name, Type: type },
      content: JSON.stringify(document),
    })),
  );
}
