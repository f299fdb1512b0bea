import type { Subnet } from '@aws-sdk/client-ec2';
import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { named } from './named.ts';

const operation = 'ec2:DescribeSubnets';
const interfaces = 'ec2:DescribeNetworkInterfaces';

/**
 * Subnets that others share with the account, and those of its own in which others have put interfaces. One that is
 * shared and not used by anybody yet is told by Resource Access Manager alone.
 */
export const sharedSubnets: ConnectionSource = {
  operations: [operation],
  optional: [interfaces],
  connections: (answers, unit) => {
    const guests = guestsOf(answers, unit);
    return listOf(answerOf(answers, operation).Subnets, 'Subnets').flatMap((each) => {
      const owner = each.OwnerId ?? unit.account;
      if (owner !== unit.account) return [subnetOf(each, owner, owner, unit)];
      const accounts = guests.get(required(each.SubnetId, 'SubnetId')) ?? new Set();
      return [...accounts].toSorted().map((guest) => subnetOf(each, owner, guest, unit));
    });
  },
};

/** The other accounts that have interfaces in a subnet, by its id. */
function guestsOf(answers: Answers, unit: AwsUnit): ReadonlyMap<string, ReadonlySet<string>> {
  if (!Object.hasOwn(answers, interfaces)) return new Map();
  const others = listOf(answerOf(answers, interfaces).NetworkInterfaces, 'NetworkInterfaces').flatMap((eni) =>
    // A number: services put interfaces of their own under names.
    /^\d{12}$/.test(eni.OwnerId ?? '') && eni.OwnerId !== unit.account
      ? [{ subnet: eni.SubnetId ?? '', owner: eni.OwnerId ?? '' }]
      : [],
  );
  const grouped = Map.groupBy(others, ({ subnet }) => subnet);
  return new Map([...grouped].map(([subnet, each]) => [subnet, new Set(each.map(({ owner }) => owner))]));
}

function subnetOf(answer: Wire<Subnet>, owner: string, other: string, unit: AwsUnit): ExternalConnection {
  const id = required(answer.SubnetId, 'SubnetId');
  return {
    kind: 'shared-subnet',
    ...named(id, answer.Tags, answer.State ?? ''),
    arn: answer.SubnetArn ?? ec2Arn(unit, owner, `subnet/${id}`),
    counterpart: { kind: 'account', id: other },
    reach: [answer.VpcId, answer.CidrBlock].filter((each) => each !== undefined),
    isIncoming: owner !== unit.account,
    operation,
  };
}
