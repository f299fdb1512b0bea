import { required } from '../../shape.ts';
import { keyedAnswersOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';

/** State machines of Step Functions, which call other services with their role. */
export const stateMachines: CarrierSource = {
  operations: ['states:DescribeStateMachine'],
  carriers: (answers, { region }) =>
    keyedAnswersOf(answers, 'states:DescribeStateMachine').map(({ output }) => ({
      kind: 'state-machine',
      arn: required(output.stateMachineArn, 'stateMachineArn'),
      region,
      roleArn: required(output.roleArn, 'roleArn'),
    })),
};
