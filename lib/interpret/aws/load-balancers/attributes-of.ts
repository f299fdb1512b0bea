import type { Answers } from '../../part.ts';
import { listOf } from '../../shape.ts';
import { keyedAnswersOf } from '../answer.ts';

/** Attributes by the ARN of what they belong to; what was not read is not in it. */
export function attributesOf(
  answers: Answers,
  operation: 'elbv2:DescribeLoadBalancerAttributes' | 'elbv2:DescribeTargetGroupAttributes',
  key: 'LoadBalancerArn' | 'TargetGroupArn',
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    keyedAnswersOf(answers, operation).map(({ input, output }) => [
      String(input[key]),
      new Map(listOf(output.Attributes, 'Attributes').map(({ Key = '', Value = '' }) => [Key, Value])),
    ]),
  );
}
