import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { rootUser } from '../../../lib/model/aws/root-user.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { daysBetween, dayOf } from '../../../lib/model/days.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

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
  find: ({ 'aws.credentialReport': { rows } }, { unit, asOf, standard }) => {
    const root = rows.find(({ isRoot }) => isRoot);
    return [root ? judge(root, rootUser(unit), asOf, standard.thresholds.rootUnusedDays) : unseen(rootUser(unit))];
  },
});

function judge(root: CredentialRow, resource: Resource, asOf: Date, limit: number): Judgement {
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
}

/** Every report has a row of the root user, as far as AWS documents it: without, nothing is known of its use. */
function unseen(resource: Resource): Judgement {
  const message = 'the credential report has no row of the root user';
  return {
    status: 'unknown',
    resource,
    unread: { operation: 'iam:GetCredentialReport', code: 'UnexpectedAnswer', message },
  };
}
