import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import type { FlowLog, Vpc } from '../../../lib/model/aws/vpc.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-flow-logs',
  clauses: ['11.1'],
  severity: 'medium',
  title: {
    ja: 'VPCの通信が記録されていない',
    en: 'The traffic of a VPC is not logged',
  },
  why: {
    ja: 'フローログがなければ、不正な通信が起きても、いつ何がどこに接続したかを後から調べられません。VPC自体か、そのすべてのサブネットに、記録が届いているフローログがあれば適合とします。',
    en: 'Without flow logs nobody can tell afterwards what connected where, and when. A VPC passes when it, or every one of its subnets, has a flow log whose records arrive.',
  },
  fix: {
    ja: 'VPCにフローログを作成し、S3かCloudWatch Logsに保存します。配信に失敗しているフローログは、出力先の権限を直します。',
    en: 'Create a flow log for the VPC that writes to S3 or CloudWatch Logs. Where delivery fails, mend the permissions of the destination.',
  },
  reads: ['aws.vpcs', 'aws.subnets', 'aws.flowLogs'],
  find: ({ 'aws.vpcs': vpcs, 'aws.subnets': subnets, 'aws.flowLogs': logs }, { unit }) => {
    const logged = new Set(logs.filter((log) => log.active && !log.deliveryError).map((log) => log.resourceId));
    return vpcs.flatMap((vpc): readonly Judgement[] => {
      const resource = awsResource(unit, { type: 'vpc', id: vpc.arn, name: labelled(vpc.id, vpc.name) });
      // The owner of a shared VPC logs it; a participant cannot.
      if (vpc.owner !== resource.account) return [];
      const parts = subnets.filter((subnet) => subnet.vpcId === vpc.id).map((subnet) => subnet.id);
      const dark = parts.filter((id) => !logged.has(id));
      if (logged.has(vpc.id) || (parts.length > 0 && dark.length === 0)) return [{ status: 'pass', resource }];
      const undelivered = logs.find((log) => log.resourceId === vpc.id && log.active);
      return [
        {
          status: 'fail',
          resource,
          detail: undelivered
            ? {
                ja: `VPC ${vpc.id} のフローログ ${undelivered.id} は、配信に失敗しています（${undelivered.deliveryError}）。`,
                en: `The flow log ${undelivered.id} of VPC ${vpc.id} is not delivered (${undelivered.deliveryError}).`,
              }
            : {
                ja: `VPC ${vpc.id} には有効なフローログがありません（記録のないサブネット: ${dark.length}/${parts.length}）。`,
                en: `VPC ${vpc.id} has no active flow log (subnets without one: ${dark.length} of ${parts.length}).`,
              },
          evidence: [
            {
              what: { ja: `${vpc.id} を対象とする有効なフローログなし`, en: `No delivered flow log for ${vpc.id}` },
              operation: 'ec2:DescribeFlowLogs',
              ref: undelivered?.id ?? vpc.id,
            },
          ],
          remediation: [undelivered ? mendDelivery(undelivered) : create(resource, vpc)],
        },
      ];
    });
  },
});

/** The bucket is the reader's to choose: the command takes it from the environment. */
function create({ region }: Resource, { id }: Vpc): Remediation {
  return {
    kind: 'aws-cli',
    text: command`aws ec2 create-flow-logs --region ${region} --resource-type VPC --resource-ids ${id} --traffic-type ALL --log-destination-type s3 --log-destination "$FLOW_LOG_BUCKET_ARN"`,
  };
}

function mendDelivery({ id }: FlowLog): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `VPCコンソールでフローログ ${id} の出力先を開き、ログ配信を許可するポリシー（S3のバケットポリシー、またはIAMロール）を直します。`,
      en: `In the VPC console open the destination of flow log ${id} and mend what lets the logs be delivered: the bucket policy, or the IAM role.`,
    },
  };
}
