/** An organizational unit, and the ids of its accounts. */
export interface DemoUnit {
  readonly name: string;
  readonly accounts: readonly string[];
  /** Statements of the service control policy that is attached to it beside FullAWSAccess. */
  readonly guardrail?: { readonly name: string; readonly statements: readonly object[] };
}

/** An organization's accounts by where they stand. */
export interface DemoTree {
  /** Accounts that are in no unit: the management account, for one. */
  readonly atRoot: readonly string[];
  readonly units: readonly DemoUnit[];
}

interface DemoPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly awsManaged: boolean;
  readonly statements: readonly object[];
  readonly targets: readonly string[];
}

const root = 'r-sk01';

/** What Organizations answers about where accounts stand, and about the policies above them. */
export function treeResponses(arn: (resource: string) => string, tree: DemoTree): Record<string, unknown> {
  const unitId = (at: number): string => `ou-sk01-${String(at + 1).padStart(8, '0')}`;
  const policies = policiesOf(tree, unitId);
  return {
    'organizations:ListRoots': {
      Roots: [
        {
          Id: root,
          Arn: arn(`root/${root}`),
          Name: 'Root',
          PolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].map((Type) => ({
            Type,
            Status: 'ENABLED',
          })),
        },
      ],
    },
    'organizations:ListOrganizationalUnitsForParent': [
      keyed(
        { ParentId: root },
        {
          OrganizationalUnits: tree.units.map(({ name }, at) => ({
            Id: unitId(at),
            Arn: arn(`ou/${unitId(at)}`),
            Name: name,
          })),
        },
      ),
      ...tree.units.map((_, at) => keyed({ ParentId: unitId(at) }, { OrganizationalUnits: [] })),
    ],
    'organizations:ListAccountsForParent': [
      keyed({ ParentId: root }, accountsIn(tree.atRoot)),
      ...tree.units.map(({ accounts }, at) => keyed({ ParentId: unitId(at) }, accountsIn(accounts))),
    ],
    'organizations:ListPolicies': ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].map((Filter) =>
      keyed({ Filter }, { Policies: policies.filter(({ type }) => type === Filter).map((each) => summary(arn, each)) }),
    ),
    'organizations:DescribePolicy': policies.map((each) =>
      keyed({ PolicyId: each.id }, { Policy: { PolicySummary: summary(arn, each), Content: contentOf(each) } }),
    ),
    'organizations:ListTargetsForPolicy': policies.map(({ id, targets }) =>
      keyed(
        { PolicyId: id },
        {
          Targets: targets.map((TargetId) => ({
            TargetId,
            Arn: arn(TargetId),
            Name: TargetId,
            Type: typeOf(TargetId),
          })),
        },
      ),
    ),
  };
}

/** AWS attaches both full-access policies to everything; a guardrail stands beside them. */
function policiesOf({ atRoot, units }: DemoTree, unitId: (at: number) => string): readonly DemoPolicy[] {
  const accounts = [...atRoot, ...units.flatMap((unit) => unit.accounts)];
  const everywhere = [root, ...units.map((_, at) => unitId(at)), ...accounts];
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const ofAws = { awsManaged: true, targets: everywhere } as const;
  return [
    {
      ...ofAws,
      id: 'p-FullAWSAccess',
      name: 'FullAWSAccess',
      type: 'SERVICE_CONTROL_POLICY',
      statements: [everything],
    },
    {
      ...ofAws,
      id: 'p-RCPFullAWSAccess',
      name: 'RCPFullAWSAccess',
      type: 'RESOURCE_CONTROL_POLICY',
      statements: [{ ...everything, Principal: '*' }],
    },
    ...units.flatMap(({ guardrail }, at): DemoPolicy[] =>
      guardrail
        ? [
            {
              ...guardrail,
              id: `p-guardrail${at + 1}`,
              type: 'SERVICE_CONTROL_POLICY',
              awsManaged: false,
              targets: [unitId(at)],
            },
          ]
        : [],
    ),
  ];
}

function summary(arn: (resource: string) => string, { id, name, type, awsManaged }: DemoPolicy): object {
  return { Id: id, Arn: arn(`policy/${type.toLowerCase()}/${id}`), Name: name, Type: type, AwsManaged: awsManaged };
}

function contentOf({ statements }: DemoPolicy): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function typeOf(target: string): string {
  if (target === root) return 'ROOT';
  return target.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT';
}

function accountsIn(ids: readonly string[]): object {
  return { Accounts: ids.map((Id) => ({ Id, State: 'ACTIVE' })) };
}

function keyed(input: object, output: object): object {
  return { input, output };
}
