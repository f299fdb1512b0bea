import { roleCarrierKinds, type RoleCarrier, type RoleCarrierKind } from '../../model/aws/role-carrier.ts';
import type { AwsUnit } from '../../model/unit.ts';
import { readWhole, type Answers, type PartDefinition } from '../part.ts';
import { apprunnerServices } from './role-carriers/apprunner-services.ts';
import type { CarrierSource } from './role-carriers/carrier-source.ts';
import { cloudformationStacks } from './role-carriers/cloudformation-stacks.ts';
import { codebuildProjects } from './role-carriers/codebuild-projects.ts';
import { ec2Instances } from './role-carriers/ec2-instances.ts';
import { ecsTasks } from './role-carriers/ecs-tasks.ts';
import { glueDevEndpoints } from './role-carriers/glue-dev-endpoints.ts';
import { lambdaFunctions } from './role-carriers/lambda-functions.ts';
import { sagemakerNotebooks } from './role-carriers/sagemaker-notebooks.ts';
import { stateMachines } from './role-carriers/state-machines.ts';

const sources: Readonly<Record<RoleCarrierKind, CarrierSource>> = {
  'lambda-function': lambdaFunctions,
  'ec2-instance': ec2Instances,
  'cloudformation-stack': cloudformationStacks,
  'codebuild-project': codebuildProjects,
  'ecs-task': ecsTasks,
  'glue-dev-endpoint': glueDevEndpoints,
  'sagemaker-notebook': sagemakerNotebooks,
  'state-machine': stateMachines,
  'apprunner-service': apprunnerServices,
};

/**
 * `aws.roleCarriers`: the resources that run with a role. Each kind is read or not by itself, because each is asked for
 * only where somebody holds an action that could use it.
 */
export const roleCarriers: PartDefinition<'aws.roleCarriers'> = {
  per: 'aws-region',
  operations: [],
  optional: Object.values(sources).flatMap(({ operations, optional = [] }) => [...operations, ...optional]),
  interpret: (answers, unit, { isPartial } = readWhole) => {
    const found = roleCarrierKinds.flatMap((kind) => {
      const carriers = carriersOf(sources[kind], answers, unit);
      return carriers ? [{ kind, carriers }] : [];
    });
    // Of a kind of which one was not read, there may be more than those that were.
    const read = found.filter(({ kind }) => !sources[kind].operations.some(isPartial));
    return { carriers: found.flatMap(({ carriers }) => carriers), read: read.map(({ kind }) => kind) };
  },
};

/** The carriers of one kind; undefined when it was not read. */
function carriersOf(
  { operations, carriers }: CarrierSource,
  answers: Answers,
  unit: AwsUnit,
): readonly RoleCarrier[] | undefined {
  if (!operations.every((operation) => Object.hasOwn(answers, operation))) return undefined;
  try {
    return carriers(answers, unit);
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
