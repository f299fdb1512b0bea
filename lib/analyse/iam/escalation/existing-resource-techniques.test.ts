import { describe, expect, it } from 'vitest';
import type { RoleCarrier, RoleCarrierKind } from '../../../model/aws/role-carrier.ts';
import { analyseAccess } from '../analyse-access.ts';
import {
  account,
  adminRole,
  allow,
  deny,
  inputOf,
  roleArn,
  verdictOf,
  type SampleAccount,
  type Statement,
} from '../../../../test/iam/sample-account.ts';

const at = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:${account}:${rest}`;

/** One resource of each kind, in the state that its techniques need, and the service that its role trusts. */
const resources: Readonly<Record<RoleCarrierKind, { service: string; arn: string; state?: Partial<RoleCarrier> }>> = {
  'lambda-function': { service: 'lambda', arn: at('lambda', 'function:report') },
  'ec2-instance': {
    service: 'ec2',
    arn: at('ec2', 'instance/i-0aaaaaaaaaaaaaaa1'),
    state: { running: true, ssmManaged: true },
  },
  'cloudformation-stack': { service: 'cloudformation', arn: at('cloudformation', 'stack/base/0a1b') },
  'codebuild-project': { service: 'codebuild', arn: at('codebuild', 'project/release') },
  'ecs-task': { service: 'ecs-tasks', arn: at('ecs', 'task/main/0a1b'), state: { running: true, execEnabled: true } },
  'glue-dev-endpoint': { service: 'glue', arn: at('glue', 'devEndpoint/dev') },
  'sagemaker-notebook': {
    service: 'sagemaker',
    arn: at('sagemaker', 'notebook-instance/notes'),
    state: { running: true },
  },
  'state-machine': { service: 'states', arn: at('states', 'stateMachine:flow') },
  'apprunner-service': { service: 'tasks.apprunner', arn: at('apprunner', 'service/web/0a1b') },
};

/** Section "EP" of the guide: the technique, what runs with the role, the actions, and what no snapshot shows. */
const table: readonly (readonly [string, RoleCarrierKind, readonly string[], string?])[] = [
  ['lambda-003', 'lambda-function', ['lambda:UpdateFunctionCode'], 'exists trigger'],
  ['lambda-004', 'lambda-function', ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction']],
  ['lambda-005', 'lambda-function', ['lambda:UpdateFunctionCode', 'lambda:AddPermission']],
  ['x-lambda-config', 'lambda-function', ['lambda:UpdateFunctionConfiguration', 'lambda:InvokeFunction']],
  ['ec2-002', 'ec2-instance', ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances']],
  [
    'ec2-004',
    'ec2-instance',
    ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    'exists launch-template-in-use',
  ],
  ['ec2instanceconnect-003', 'ec2-instance', ['ec2-instance-connect:SendSSHPublicKey'], 'exists ssh-reachable'],
  [
    'x-ec2-serial-console',
    'ec2-instance',
    ['ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
    'exists serial-console',
  ],
  ['ssm-001', 'ec2-instance', ['ssm:StartSession']],
  ['ssm-002', 'ec2-instance', ['ssm:SendCommand']],
  ['x-ssm-association', 'ec2-instance', ['ssm:CreateAssociation']],
  [
    'codedeploy-001',
    'ec2-instance',
    ['codedeploy:RegisterApplicationRevision', 'codedeploy:CreateDeployment'],
    'exists codedeploy-group',
  ],
  ['cloudformation-002', 'cloudformation-stack', ['cloudformation:UpdateStack']],
  ['cloudformation-005', 'cloudformation-stack', ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet']],
  ['codebuild-002', 'codebuild-project', ['codebuild:StartBuild']],
  ['codebuild-003', 'codebuild-project', ['codebuild:StartBuildBatch'], 'exists codebuild-batch'],
  ['ecs-006', 'ecs-task', ['ecs:ExecuteCommand']],
  ['glue-002', 'glue-dev-endpoint', ['glue:UpdateDevEndpoint']],
  ['sagemaker-004', 'sagemaker-notebook', ['sagemaker:CreatePresignedNotebookInstanceUrl']],
  [
    'sagemaker-005',
    'sagemaker-notebook',
    [
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ],
  ],
  ['stepfunctions-002', 'state-machine', ['states:UpdateStateMachine', 'states:StartExecution']],
  ['apprunner-002', 'apprunner-service', ['apprunner:UpdateService']],
];

/** Where one action fails, UpdateFunctionCode alone still waits for a trigger. */
const fallback: ReadonlySet<string> = new Set(['lambda-004', 'lambda-005']);

function sample(kind: RoleCarrierKind, inline: readonly Statement[], more: Partial<RoleCarrier> = {}): SampleAccount {
  const { service, arn, state } = resources[kind];
  return {
    users: { alice: { inline } },
    roles: {
      worker: adminRole(`${service}.amazonaws.com`),
      reader: { trust: adminRole(`${service}.amazonaws.com`).trust, inline: [allow('s3:ListAllMyBuckets')] },
    },
    carriers: [{ kind, arn, region: 'eu-west-1', roleArn: roleArn('worker'), ...state, ...more }],
  };
}

function shut(kind: RoleCarrierKind, actions: readonly string[]): readonly (readonly [string, SampleAccount])[] {
  return [
    ...actions.map((missing): readonly [string, SampleAccount] => [
      `without ${missing}`,
      sample(kind, [allow('s3:*'), allow(actions.filter((each) => each !== missing))]),
    ]),
    ...actions.map((denied): readonly [string, SampleAccount] => [
      `with ${denied} denied`,
      sample(kind, [allow(actions), deny(denied)]),
    ]),
    ['where it runs with a harmless role', sample(kind, [allow(actions)], { roleArn: roleArn('reader') })],
    ['where there is none', { ...sample(kind, [allow(actions)]), carriers: [] }],
    [
      'where a boundary leaves everything out',
      {
        ...sample(kind, []),
        users: { alice: { inline: [allow(actions)], boundary: `arn:aws:iam::${account}:policy/cap` } },
        policies: { cap: { statements: [allow('s3:*')] } },
      },
    ],
  ];
}

const rows = table.map(([id, kind, actions, need]) => ({ id, kind, actions, need }));

describe.each(rows)('$id: a $kind that runs with a role', ({ id, kind, actions, need }) => {
  it('makes an administrator', () => {
    const found = verdictOf('alice', sample(kind, [allow(actions)]));
    const expected = { verdict: need ? 'conditional' : 'proven', techniques: [id], needs: need ? [need] : [] };
    expect(found).toEqual(expected);
  });

  it.each(shut(kind, actions))('does not %s', (_, twin) => {
    const found = verdictOf('alice', twin);
    expect(found.techniques).not.toContain(id);
    expect(fallback.has(id) ? ['conditional', 'unreachable'] : ['unreachable']).toContain(found.verdict);
  });

  it('may, where nobody could read what there is', () => {
    const input = inputOf({ ...sample(kind, [allow(actions)]), carriers: [] });
    const { principals } = analyseAccess({ ...input, carriers: [] });
    const alice = principals.find(({ name }) => name === 'alice');
    expect(alice?.verdict).toBe('conditional');
    expect(alice?.needs.map((each) => each.id)).toContain(`resource ${kind}`);
  });
});

describe('the resource that the policy names', () => {
  const named: readonly (readonly [string, RoleCarrierKind, readonly string[]])[] = [
    ['lambda-004', 'lambda-function', ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction']],
    ['ec2-002', 'ec2-instance', ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances']],
    ['codebuild-002', 'codebuild-project', ['codebuild:StartBuild']],
    ['cloudformation-002', 'cloudformation-stack', ['cloudformation:UpdateStack']],
    ['ecs-006', 'ecs-task', ['ecs:ExecuteCommand']],
    ['glue-002', 'glue-dev-endpoint', ['glue:UpdateDevEndpoint']],
    ['sagemaker-004', 'sagemaker-notebook', ['sagemaker:CreatePresignedNotebookInstanceUrl']],
    ['stepfunctions-002', 'state-machine', ['states:UpdateStateMachine', 'states:StartExecution']],
    ['apprunner-002', 'apprunner-service', ['apprunner:UpdateService']],
    ['ssm-001', 'ec2-instance', ['ssm:StartSession']],
  ];

  it.each(named)('is that very one (%s)', (_, kind, actions) => {
    const { arn } = resources[kind];
    const own = sample(kind, [
      allow(actions, { Resource: [arn, 'arn:aws:ssm:*::document/*', at('ecs', 'cluster/*')] }),
    ]);
    const other = sample(kind, [allow(actions, { Resource: `${arn}-other` })]);
    const elsewhere = sample(kind, [allow(actions, { Resource: arn.replace('eu-west-1', 'us-east-1') })]);
    expect(verdictOf('alice', own).verdict).toBe('proven');
    expect(verdictOf('alice', other).verdict).toBe('unreachable');
    expect(verdictOf('alice', elsewhere).verdict).toBe('unreachable');
  });
});

describe('the state that a way needs', () => {
  it.each<readonly [string, RoleCarrierKind, string, Partial<RoleCarrier>, string]>([
    ['an instance that stands still', 'ec2-instance', 'ssm:StartSession', { running: false }, 'unreachable'],
    ['an instance without the agent', 'ec2-instance', 'ssm:SendCommand', { ssmManaged: false }, 'unreachable'],
    ['a task that takes no commands', 'ecs-task', 'ecs:ExecuteCommand', { execEnabled: false }, 'unreachable'],
    ['a task that has ended', 'ecs-task', 'ecs:ExecuteCommand', { running: false }, 'unreachable'],
    [
      'a notebook that stands still',
      'sagemaker-notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      { running: false },
      'unreachable',
    ],
  ])('%s is none', (_, kind, action, state, verdict) => {
    expect(verdictOf('alice', sample(kind, [allow(action)], state)).verdict).toBe(verdict);
  });
});

describe('conditions on the tags of the resource', () => {
  const asking = (tags: Record<string, string>) =>
    sample(
      'ec2-instance',
      [allow('ssm:StartSession', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } })],
      { tags },
    );

  it('are those that it carries', () => {
    expect(verdictOf('alice', asking({ team: 'web' })).verdict).not.toBe('unreachable');
    expect(verdictOf('alice', asking({ team: 'db' })).verdict).toBe('unreachable');
    expect(verdictOf('alice', asking({})).verdict).toBe('unreachable');
  });
});

describe('the document that ssm:SendCommand runs', () => {
  const sending = (document: string, ...more: readonly Statement[]): string => {
    const policy = allow('ssm:SendCommand', { Resource: ['arn:aws:ec2:*:*:instance/*', document] });
    return verdictOf('alice', sample('ec2-instance', [policy, ...more])).verdict;
  };

  it("is AWS's own that runs commands, in the region of the policy", () => {
    expect(sending('arn:aws:ssm:*:*:document/*')).toBe('proven');
    expect(sending('arn:aws:ssm:*::document/AWS-RunShellScript')).toBe('proven');
    expect(sending('arn:aws:ssm:eu-west-1::document/AWS-RunShellScript')).toBe('proven');
  });

  it('is not one that runs nothing of the caller', () => {
    expect(sending('arn:aws:ssm:*:*:document/AWS-UpdateSSMAgent')).toBe('unreachable');
  });

  it('is one that the caller writes', () => {
    const own = `arn:aws:ssm:*:${account}:document/team-*`;
    expect(sending(own)).toBe('unreachable');
    expect(sending(own, allow('ssm:CreateDocument'))).toBe('proven');
  });
});
