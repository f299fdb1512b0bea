import type { RoleCarrier, RoleCarrierKind } from '../../../model/aws/role-carrier.ts';

/** A way to make something that already runs with a role do the caller's work: whoever may do it gets what the role may do. */
export interface ExistingResourceTechnique {
  /** pathfinding.cloud's id where it has one, else `x-…`. */
  readonly id: string;
  /** What runs with the role. */
  readonly kind: RoleCarrierKind;
  /** All of these are called, on that very resource where the service lets one name it. */
  readonly actions: readonly [string, ...string[]];
  /** Whether the resource is in the state that the way needs; undefined when nobody could tell. */
  where?(carrier: RoleCarrier): boolean | undefined;
  /** What must hold beside, and is not collected; the way is then conditional. */
  readonly exists?: string;
}

const isRunning = (carrier: RoleCarrier): boolean => carrier.running !== false;
const isManaged = (carrier: RoleCarrier): boolean | undefined => isRunning(carrier) && carrier.ssmManaged;

/** Sources: pathfinding.cloud's paths, its labs, PMapper's edges, and the services' authorization reference. */
export const existingResourceTechniques: readonly ExistingResourceTechnique[] = [
  { id: 'lambda-004', kind: 'lambda-function', actions: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] },
  { id: 'lambda-005', kind: 'lambda-function', actions: ['lambda:UpdateFunctionCode', 'lambda:AddPermission'] },
  { id: 'lambda-003', kind: 'lambda-function', actions: ['lambda:UpdateFunctionCode'], exists: 'trigger' },
  {
    id: 'x-lambda-config',
    kind: 'lambda-function',
    actions: ['lambda:UpdateFunctionConfiguration', 'lambda:InvokeFunction'],
  },
  {
    id: 'ec2-002',
    kind: 'ec2-instance',
    actions: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
  },
  { id: 'ssm-001', kind: 'ec2-instance', actions: ['ssm:StartSession'], where: isManaged },
  { id: 'ssm-002', kind: 'ec2-instance', actions: ['ssm:SendCommand'], where: isManaged },
  { id: 'x-ssm-association', kind: 'ec2-instance', actions: ['ssm:CreateAssociation'], where: isManaged },
  {
    id: 'ec2instanceconnect-003',
    kind: 'ec2-instance',
    actions: ['ec2-instance-connect:SendSSHPublicKey'],
    where: isRunning,
    exists: 'ssh-reachable',
  },
  {
    id: 'x-ec2-serial-console',
    kind: 'ec2-instance',
    actions: ['ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
    where: isRunning,
    exists: 'serial-console',
  },
  {
    id: 'ec2-004',
    kind: 'ec2-instance',
    actions: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    exists: 'launch-template-in-use',
  },
  {
    id: 'codedeploy-001',
    kind: 'ec2-instance',
    actions: ['codedeploy:RegisterApplicationRevision', 'codedeploy:CreateDeployment'],
    exists: 'codedeploy-group',
  },
  { id: 'cloudformation-002', kind: 'cloudformation-stack', actions: ['cloudformation:UpdateStack'] },
  {
    id: 'cloudformation-005',
    kind: 'cloudformation-stack',
    actions: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  },
  { id: 'codebuild-002', kind: 'codebuild-project', actions: ['codebuild:StartBuild'] },
  {
    id: 'codebuild-003',
    kind: 'codebuild-project',
    actions: ['codebuild:StartBuildBatch'],
    exists: 'codebuild-batch',
  },
  {
    id: 'ecs-006',
    kind: 'ecs-task',
    actions: ['ecs:ExecuteCommand'],
    where: (task) => task.execEnabled === true && isRunning(task),
  },
  { id: 'glue-002', kind: 'glue-dev-endpoint', actions: ['glue:UpdateDevEndpoint'] },
  {
    id: 'sagemaker-004',
    kind: 'sagemaker-notebook',
    actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    where: isRunning,
  },
  {
    id: 'sagemaker-005',
    kind: 'sagemaker-notebook',
    actions: [
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ],
  },
  {
    id: 'stepfunctions-002',
    kind: 'state-machine',
    actions: ['states:UpdateStateMachine', 'states:StartExecution'],
  },
  { id: 'apprunner-002', kind: 'apprunner-service', actions: ['apprunner:UpdateService'] },
];
