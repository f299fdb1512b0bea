import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';

/** Lambda functions, which run with their execution role. */
export const lambdaFunctions: CarrierSource = {
  operations: ['lambda:ListFunctions'],
  carriers: (answers, { region }) =>
    listOf(answerOf(answers, 'lambda:ListFunctions').Functions, 'Functions').map((each) => ({
      kind: 'lambda-function',
      arn: required(each.FunctionArn, 'FunctionArn'),
      region,
      roleArn: required(each.Role, 'Role'),
    })),
};
