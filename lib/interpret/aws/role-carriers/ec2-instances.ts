import type { Instance } from '@aws-sdk/client-ec2';
import type { RoleCarrier } from '../../../model/aws/role-carrier.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { CarrierSource } from './carrier-source.ts';
import { tagsOf } from './tags-of.ts';

const registrations = 'ssm:DescribeInstanceInformation';

/** EC2 instances with an instance profile, whose role every program on them can use. */
export const ec2Instances: CarrierSource = {
  operations: ['ec2:DescribeInstances'],
  optional: [registrations],
  carriers: (answers, unit) => {
    const online = onlineInstances(answers);
    const { Reservations } = answerOf(answers, 'ec2:DescribeInstances');
    return listOf(Reservations, 'Reservations').flatMap(({ Instances, OwnerId = unit.account }) =>
      listOf(Instances, 'Instances').flatMap((instance) => instanceOf(instance, OwnerId, unit, online)),
    );
  },
};

function instanceOf(
  instance: Wire<Instance>,
  owner: string,
  unit: AwsUnit,
  online: ReadonlySet<string> | undefined,
): readonly RoleCarrier[] {
  const id = required(instance.InstanceId, 'InstanceId');
  const state = instance.State?.Name;
  const instanceProfileArn = instance.IamInstanceProfile?.Arn;
  // A terminated instance is listed for an hour more ("Terminate Amazon EC2 instances", EC2 User Guide).
  if (!instanceProfileArn || state === 'terminated' || state === 'shutting-down') return [];
  return [
    {
      kind: 'ec2-instance',
      arn: ec2Arn(unit, owner, `instance/${id}`),
      region: unit.region,
      instanceProfileArn,
      running: state === 'running',
      ...(online && { ssmManaged: online.has(id) }),
      ...tagsOf(instance.Tags),
    },
  ];
}

/** The instances whose agent is online; undefined when Systems Manager was not read. */
function onlineInstances(answers: Answers): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(answers, registrations)) return undefined;
  const { InstanceInformationList } = answerOf(answers, registrations);
  const online = listOf(InstanceInformationList, 'InstanceInformationList').filter(
    ({ PingStatus }) => PingStatus === 'Online',
  );
  return new Set(online.flatMap(({ InstanceId }) => InstanceId ?? []));
}
