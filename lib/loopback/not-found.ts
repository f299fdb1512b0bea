import { AwsError } from './aws-error.ts';
import type { Service } from './services.ts';

/** EC2's codes follow no rule ("Error codes", Amazon EC2 API Reference); the others are `Invalid<Id>.NotFound`. */
const ec2NotFound: Readonly<Record<string, string>> = {
  GroupId: 'InvalidGroup.NotFound',
  GroupName: 'InvalidGroup.NotFound',
  SecurityGroupRuleId: 'InvalidSecurityGroupRuleId.NotFound',
  PrefixListId: 'InvalidPrefixListID.NotFound',
  RegionName: 'InvalidParameterValue',
};

/** What a service answers when there is no resource of an id or name. */
export function notFound(service: Service, member: string, value: string): AwsError {
  const message = `The ${member} '${value}' does not exist`;
  if (service.id === 'ec2') {
    return new AwsError(ec2NotFound[member] ?? `Invalid${member.replace(/Id$/, 'ID')}.NotFound`, message);
  }
  if (service.id === 'iam') return new AwsError('NoSuchEntity', `${message}.`, 404);
  if (service.id === 's3') return new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (service.id === 'rds') return new AwsError(`${member.replace(/Identifier$/, '')}NotFound`, message, 404);
  if (service.id === 'organizations') return new AwsError('InvalidInputException', message);
  if (service.protocol === 'rest-json') return new AwsError('ResourceNotFoundException', message, 404);
  if (service.protocol !== 'query') return new AwsError('ResourceNotFoundException', message);
  return new AwsError(`${member.replace(/(Arn|Name)$/, '')}NotFound`, message);
}
