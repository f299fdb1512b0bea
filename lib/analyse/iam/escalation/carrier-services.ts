import type { RoleCarrierKind } from '../../../model/aws/role-carrier.ts';

/** The service principal that runs each kind of resource: what the resource's role must trust. */
export const carrierServices: Readonly<Record<RoleCarrierKind, string>> = {
  'lambda-function': 'lambda.amazonaws.com',
  'ec2-instance': 'ec2.amazonaws.com',
  'cloudformation-stack': 'cloudformation.amazonaws.com',
  'codebuild-project': 'codebuild.amazonaws.com',
  'ecs-task': 'ecs-tasks.amazonaws.com',
  'glue-dev-endpoint': 'glue.amazonaws.com',
  'sagemaker-notebook': 'sagemaker.amazonaws.com',
  'state-machine': 'states.amazonaws.com',
  'apprunner-service': 'tasks.apprunner.amazonaws.com',
};
