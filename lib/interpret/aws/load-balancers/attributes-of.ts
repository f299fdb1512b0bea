import type { Answers } from '../../part.ts';
import { listOf } from '../../shape.ts';
import { answersBy } from '../answer.ts';

/** Attributes by the ARN of what they belong to; what was not read is not in it. */
export function attributesOf(
  answers: Answers,
  operation: 'elbv2:DescribeLoadBalancerAttributes' | 'elbv2:DescribeTargetGroupAttributes',
  key: 'LoadBalancerArn' | 'TargetGroupArn',
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return answersBy(
    answers,
    operation,
    key,
    ({ Attributes }) => new Map(listOf(Attributes, 'Attributes').map(({ Key = '', Value = '' }) => [Key, Value])),
  );
}
