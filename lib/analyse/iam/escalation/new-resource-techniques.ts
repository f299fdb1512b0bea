import type { Text } from '../../../model/text.ts';

/**
 * A way to run something new with a role that was passed to a service: whoever may do it gets what the role may do.
 * Every one also needs `iam:PassRole` on a role that trusts the service.
 */
export interface NewResourceTechnique {
  /** pathfinding.cloud's id where it has one, else `x-…`. */
  readonly id: string;
  /** What is made. */
  readonly thing: Text;
  /** The service principal that the role must trust, and that the role is passed to. */
  readonly service: string;
  /** All of these are called, on a resource of the caller's choosing. */
  readonly actions: readonly [string, ...string[]];
  /** EC2 takes a role only inside an instance profile: one that exists, or a new one. */
  readonly profile?: 'existing' | 'new';
  /** What must exist beforehand and is not collected; the way is then conditional. */
  readonly exists?: string;
}

const lambda = { ja: 'Lambda関数', en: 'Lambda function' };
const instance = { ja: 'EC2インスタンス', en: 'EC2 instance' };
const task = { ja: 'ECSタスク', en: 'ECS task' };
const glueJob = { ja: 'Glueジョブ', en: 'Glue job' };
const build = { ja: 'CodeBuildプロジェクト', en: 'CodeBuild project' };
const batch = { ja: 'Batchジョブ', en: 'Batch job' };
const stackSet = { ja: 'CloudFormationスタックセット', en: 'CloudFormation stack set' };

/** Sources: pathfinding.cloud's paths, its labs, and the services' authorization reference. */
export const newResourceTechniques: readonly NewResourceTechnique[] = [
  of('lambda-001', lambda, 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:InvokeFunction']),
  of('lambda-002', lambda, 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping']),
  of('lambda-006', lambda, 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:AddPermission']),
  of('x-lambda-url', lambda, 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig']),
  { ...of('ec2-001', instance, 'ec2.amazonaws.com', ['ec2:RunInstances']), profile: 'existing' },
  { ...of('ec2-003', instance, 'ec2.amazonaws.com', ['ec2:RequestSpotInstances']), profile: 'existing' },
  {
    ...of('x-new-instance-profile', instance, 'ec2.amazonaws.com', [
      'iam:CreateInstanceProfile',
      'iam:AddRoleToInstanceProfile',
      'ec2:RunInstances',
    ]),
    profile: 'new',
  },
  {
    ...of('x-autoscaling-lc', { ja: 'Auto Scalingグループ', en: 'Auto Scaling group' }, 'ec2.amazonaws.com', [
      'autoscaling:CreateLaunchConfiguration',
      'autoscaling:CreateAutoScalingGroup',
    ]),
    profile: 'existing',
  },
  of('apprunner-001', { ja: 'App Runnerサービス', en: 'App Runner service' }, 'tasks.apprunner.amazonaws.com', [
    'apprunner:CreateService',
  ]),
  of(
    'bedrock-001',
    { ja: 'Bedrock AgentCoreのコードインタープリター', en: 'Bedrock AgentCore code interpreter' },
    'bedrock-agentcore.amazonaws.com',
    [
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'bedrock-agentcore:InvokeCodeInterpreter',
    ],
  ),
  of(
    'cloudformation-001',
    { ja: 'CloudFormationスタック', en: 'CloudFormation stack' },
    'cloudformation.amazonaws.com',
    ['cloudformation:CreateStack'],
  ),
  {
    ...of('cloudformation-003', stackSet, 'cloudformation.amazonaws.com', [
      'cloudformation:CreateStackSet',
      'cloudformation:CreateStackInstances',
    ]),
    exists: 'execution-role',
  },
  {
    ...of('cloudformation-004', stackSet, 'cloudformation.amazonaws.com', ['cloudformation:UpdateStackSet']),
    exists: 'stack-set',
  },
  of('codebuild-001', build, 'codebuild.amazonaws.com', ['codebuild:CreateProject', 'codebuild:StartBuild']),
  of('codebuild-004', build, 'codebuild.amazonaws.com', ['codebuild:CreateProject', 'codebuild:StartBuildBatch']),
  {
    ...of('x-codebuild-update', build, 'codebuild.amazonaws.com', ['codebuild:UpdateProject', 'codebuild:StartBuild']),
    exists: 'codebuild-project',
  },
  of(
    'datapipeline-001',
    { ja: 'Data Pipelineのパイプライン', en: 'Data Pipeline pipeline' },
    'datapipeline.amazonaws.com',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
  ),
  of('ecs-001', task, 'ecs-tasks.amazonaws.com', [
    'ecs:CreateCluster',
    'ecs:RegisterTaskDefinition',
    'ecs:CreateService',
  ]),
  of('ecs-002', task, 'ecs-tasks.amazonaws.com', ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  of('ecs-003', task, 'ecs-tasks.amazonaws.com', ['ecs:RegisterTaskDefinition', 'ecs:CreateService']),
  of('ecs-004', task, 'ecs-tasks.amazonaws.com', ['ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  {
    ...of('ecs-005', task, 'ecs-tasks.amazonaws.com', ['ecs:RegisterTaskDefinition', 'ecs:StartTask']),
    exists: 'ecs-container-instance',
  },
  {
    ...of('ecs-007', task, 'ecs-tasks.amazonaws.com', ['ecs:RegisterContainerInstance', 'ecs:StartTask']),
    exists: 'ecs-task-definition',
  },
  { ...of('ecs-008', task, 'ecs-tasks.amazonaws.com', ['ecs:RunTask']), exists: 'ecs-task-definition' },
  { ...of('ecs-009', task, 'ecs-tasks.amazonaws.com', ['ecs:StartTask']), exists: 'ecs-task-definition' },
  {
    ...of('x-ecs-update-service', task, 'ecs-tasks.amazonaws.com', ['ecs:RegisterTaskDefinition', 'ecs:UpdateService']),
    exists: 'ecs-service',
  },
  of('glue-001', { ja: 'Glue開発エンドポイント', en: 'Glue development endpoint' }, 'glue.amazonaws.com', [
    'glue:CreateDevEndpoint',
  ]),
  of('glue-003', glueJob, 'glue.amazonaws.com', ['glue:CreateJob', 'glue:StartJobRun']),
  of('glue-004', glueJob, 'glue.amazonaws.com', ['glue:CreateJob', 'glue:CreateTrigger']),
  { ...of('glue-005', glueJob, 'glue.amazonaws.com', ['glue:UpdateJob', 'glue:StartJobRun']), exists: 'glue-job' },
  { ...of('glue-006', glueJob, 'glue.amazonaws.com', ['glue:UpdateJob', 'glue:CreateTrigger']), exists: 'glue-job' },
  of('glue-007', { ja: 'Glueの対話セッション', en: 'Glue interactive session' }, 'glue.amazonaws.com', [
    'glue:CreateSession',
    'glue:RunStatement',
  ]),
  of('sagemaker-001', { ja: 'SageMakerノートブック', en: 'SageMaker notebook instance' }, 'sagemaker.amazonaws.com', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  of('sagemaker-001', { ja: 'SageMakerノートブック', en: 'SageMaker notebook instance' }, 'sagemaker.amazonaws.com', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreateNotebookInstanceLifecycleConfig',
  ]),
  of('sagemaker-002', { ja: 'SageMakerトレーニングジョブ', en: 'SageMaker training job' }, 'sagemaker.amazonaws.com', [
    'sagemaker:CreateTrainingJob',
  ]),
  of('sagemaker-003', { ja: 'SageMaker処理ジョブ', en: 'SageMaker processing job' }, 'sagemaker.amazonaws.com', [
    'sagemaker:CreateProcessingJob',
  ]),
  of('ssm-003', { ja: 'Systems Managerオートメーション', en: 'Systems Manager automation' }, 'ssm.amazonaws.com', [
    'ssm:CreateDocument',
    'ssm:StartAutomationExecution',
  ]),
  {
    ...of('batch-001', batch, 'ecs-tasks.amazonaws.com', ['batch:RegisterJobDefinition', 'batch:SubmitJob']),
    exists: 'batch-job-queue',
  },
  of('braket-001', { ja: 'Braketジョブ', en: 'Braket job' }, 'braket.amazonaws.com', ['braket:CreateJob']),
  {
    ...of('emr-001', { ja: 'EMRクラスター', en: 'EMR cluster' }, 'ec2.amazonaws.com', ['elasticmapreduce:RunJobFlow']),
    profile: 'existing',
  },
  of(
    'emrserverless-001',
    { ja: 'EMR Serverlessアプリケーション', en: 'EMR Serverless application' },
    'emr-serverless.amazonaws.com',
    ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'],
  ),
  of('gamelift-001', { ja: 'GameLiftフリート', en: 'GameLift fleet' }, 'gamelift.amazonaws.com', [
    'gamelift:CreateBuild',
    'gamelift:RequestUploadCredentials',
    'gamelift:CreateFleet',
  ]),
  {
    ...of('imagebuilder-001', { ja: 'Image Builderのイメージ', en: 'Image Builder image' }, 'ec2.amazonaws.com', [
      'imagebuilder:CreateComponent',
      'imagebuilder:CreateImageRecipe',
      'imagebuilder:CreateInfrastructureConfiguration',
      'imagebuilder:CreateImage',
    ]),
    profile: 'existing',
  },
  of(
    'kinesisanalytics-001',
    { ja: 'Managed Service for Apache Flinkアプリケーション', en: 'Managed Service for Apache Flink application' },
    'kinesisanalytics.amazonaws.com',
    ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication'],
  ),
  of('omics-001', { ja: 'HealthOmicsワークフロー', en: 'HealthOmics workflow' }, 'omics.amazonaws.com', [
    'omics:CreateWorkflow',
    'omics:StartRun',
  ]),
  of('scheduler-001', { ja: 'EventBridgeスケジュール', en: 'EventBridge schedule' }, 'scheduler.amazonaws.com', [
    'scheduler:CreateSchedule',
  ]),
  of('stepfunctions-001', { ja: 'ステートマシン', en: 'state machine' }, 'states.amazonaws.com', [
    'states:CreateStateMachine',
    'states:StartExecution',
  ]),
  {
    ...of(
      'x-eks-pod-identity',
      { ja: 'EKS Pod Identityの関連付け', en: 'EKS pod identity association' },
      'pods.eks.amazonaws.com',
      ['eks:CreatePodIdentityAssociation'],
    ),
    exists: 'eks-cluster-access',
  },
  {
    ...of(
      'x-rolesanywhere',
      { ja: 'IAM Roles Anywhereの信頼アンカー', en: 'IAM Roles Anywhere trust anchor' },
      'rolesanywhere.amazonaws.com',
      ['rolesanywhere:CreateTrustAnchor', 'rolesanywhere:CreateProfile'],
    ),
  },
  {
    // A profile holds one role: the old one has to go first.
    ...of('x-passrole-instance-profile', instance, 'ec2.amazonaws.com', [
      'iam:RemoveRoleFromInstanceProfile',
      'iam:AddRoleToInstanceProfile',
    ]),
    profile: 'new',
    exists: 'ec2-instance-entered',
  },
  {
    ...of('x-ec2-associate-profile', instance, 'ec2.amazonaws.com', ['ec2:AssociateIamInstanceProfile']),
    profile: 'existing',
    exists: 'ec2-instance-entered',
  },
  {
    ...of('x-ec2-associate-profile', instance, 'ec2.amazonaws.com', ['ec2:ReplaceIamInstanceProfileAssociation']),
    profile: 'existing',
    exists: 'ec2-instance-entered',
  },
];

function of(id: string, thing: Text, service: string, actions: readonly [string, ...string[]]): NewResourceTechnique {
  return { id, thing, service, actions };
}
