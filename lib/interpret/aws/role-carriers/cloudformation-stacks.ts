import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';
import { tagsOf } from './tags-of.ts';

/**
 * Stacks with a service role, which CloudFormation uses for every later operation on them, whoever asks for it
 * ("CloudFormation service role", CloudFormation User Guide).
 */
export const cloudformationStacks: CarrierSource = {
  operations: ['cloudformation:DescribeStacks'],
  carriers: (answers, { region }) =>
    listOf(answerOf(answers, 'cloudformation:DescribeStacks').Stacks, 'Stacks').flatMap((stack) =>
      stack.RoleARN
        ? [
            {
              kind: 'cloudformation-stack',
              arn: required(stack.StackId, 'StackId'),
              region,
              roleArn: stack.RoleARN,
              ...tagsOf(stack.Tags),
            },
          ]
        : [],
    ),
};
