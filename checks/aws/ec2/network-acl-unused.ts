import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-network-acl-unused',
  clauses: ['11.1'],
  severity: 'low',
  title: {
    ja: '使われていないネットワークACLがある',
    en: 'A network ACL is not used',
  },
  why: {
    ja: 'どのサブネットにも関連付けられていないネットワークACLは、何も守りません。誰も見直さないまま残り、後からサブネットに付けられると、古いルールで通信を許可または遮断します。デフォルトのACLと、ほかのアカウントのACLは対象外です。',
    en: 'A network ACL that no subnet is associated with protects nothing. Nobody reviews it, and once it is given to a subnet, its old entries let traffic through or stop it. Default ACLs, and ACLs of other accounts, are not judged.',
  },
  fix: {
    ja: '用途を確かめ、不要なACLを削除します。',
    en: 'Find out what it was for, and delete it if nobody needs it.',
  },
  reads: ['aws.networkAcls'],
  find: ({ 'aws.networkAcls': acls }, { unit }) =>
    acls.flatMap(({ id, arn, owner, vpcId, isDefault, subnetIds, tags }): readonly Judgement[] => {
      const resource = awsResource(unit, { type: 'network-acl', id: arn, name: labelled(id, tags['Name']) });
      if (owner !== resource.account || isDefault) return [];
      if (subnetIds.length > 0) return [{ status: 'pass', resource }];
      return [
        {
          status: 'fail',
          resource,
          detail: {
            ja: `${vpcId} のネットワークACL ${id} は、どのサブネットにも関連付けられていません。`,
            en: `No subnet of ${vpcId} is associated with the network ACL ${id}.`,
          },
          evidence: [
            {
              what: { ja: 'サブネットの関連付けが0件', en: 'It has no association with a subnet' },
              operation: 'ec2:DescribeNetworkAcls',
              ref: `${id}#Associations`,
            },
          ],
          remediation: [
            {
              kind: 'aws-cli',
              text: command`aws ec2 delete-network-acl --region ${resource.region} --network-acl-id ${id}`,
            },
          ],
        },
      ];
    }),
});
