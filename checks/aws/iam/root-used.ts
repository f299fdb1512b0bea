import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { daysBetween, dayOf } from '../../../lib/model/days.ts';

export default defineCheck({
  id: 'aws-root-used',
  clauses: ['7.1', '7.2'],
  severity: 'high',
  title: {
    ja: 'ルートユーザーが最近使用されている',
    en: 'The root user was used recently',
  },
  why: {
    ja: 'ルートユーザーは個人に結び付かないため、誰が操作したかを特定できません。ルートユーザーでなければできない作業は、ごくわずかです。',
    en: 'The root user belongs to no person, so nobody can tell who acted. Very few tasks need it.',
  },
  fix: {
    ja: '誰が何のために使ったかをCloudTrailで確かめて記録し、日常の作業はIAM Identity Centerなどの個人のアカウントに移します。',
    en: 'Find out in CloudTrail who used it and why, keep a record, and move daily work to personal identities such as those of IAM Identity Center.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit, asOf, standard }) =>
    report.rows
      .filter((row) => row.isRoot)
      .map((root) => {
        const resource = awsResource(unit, { type: 'iam-root-user', id: root.arn, name: 'root' });
        const limit = standard.thresholds.rootUnusedDays;
        const [recent, ...others] = root.uses.flatMap(({ column, at }) =>
          daysBetween(at, asOf) <= limit
            ? [reportEvidence(root, column, { ja: `最後の使用は ${dayOf(at)}`, en: `Last used on ${dayOf(at)}` })]
            : [],
        );
        if (!recent) return { status: 'pass', resource };
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `アカウント ${resource.account} のルートユーザーが、過去 ${limit} 日以内に使用されました。`,
            en: `The root user of account ${resource.account} was used within the last ${limit} days.`,
          },
          evidence: [recent, ...others],
          remediation: [
            {
              kind: 'aws-cli',
              text: 'aws cloudtrail lookup-events --region us-east-1 --lookup-attributes AttributeKey=Username,AttributeValue=root',
            },
          ],
        };
      }),
});
