import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { member, organization, stranger } from '../cases/connections.ts';
import { allow, rootOf, sharedBuckets } from '../cases/resource-policies.ts';
import { account, denied } from '../cases/units.ts';

const inOrganization = (given: CaseSnapshot): CaseSnapshot => ({
  ...given,
  responses: { ...given.responses, ...organization },
});
const policy = [allow(rootOf(stranger), 's3:GetObject')];
const open = [allow('*', 's3:GetObject')];

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '知らないアカウント、組織のアカウント、自分のアカウント、ポリシーなし',
      en: 'A stranger, a member of the organization, the account itself, and no policy',
    },
    given: inOrganization(
      sharedBuckets({
        stranger: { policy },
        member: { policy: [allow(rootOf(member), 's3:*')] },
        own: { policy: [allow(rootOf(account), 's3:*')] },
        none: {},
      }),
    ),
    expect: { stranger: 'fail', member: 'pass', own: 'pass', none: 'pass' },
  },
  {
    name: {
      ja: 'S3が公開と判定したポリシーは、別の検査が指摘する。名指しの相手は残る',
      en: 'What S3 calls public is found by another check; somebody who is named stays',
    },
    given: inOrganization(
      sharedBuckets({
        public: { policy: open, isPublic: true },
        both: { policy: [...open, ...policy], isPublic: true },
        restricted: { policy: [...open, ...policy], isPublic: true, restricted: true },
        'not-public': { policy: open },
      }),
    ),
    expect: { public: 'pass', both: 'fail', restricted: 'pass', 'not-public': 'fail' },
  },
  {
    name: {
      ja: 'ロードバランサーとCloudTrailのログ、CloudFrontの配信元',
      en: 'Logs of load balancers and CloudTrail, and origins of CloudFront',
    },
    given: inOrganization(
      sharedBuckets({
        logs: {
          policy: [
            allow(rootOf('582318560864'), 's3:PutObject'),
            allow({ Service: 'cloudtrail.amazonaws.com' }, 's3:PutObject'),
          ],
        },
        origin: {
          policy: [
            allow({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', {
              StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::${account}:distribution/E1` },
            }),
          ],
        },
        'any-distribution': { policy: [allow({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject')] },
      }),
    ),
    expect: { logs: 'pass', origin: 'pass', 'any-distribution': 'fail' },
  },
  {
    name: {
      ja: 'ポリシー、公開の判定、ブロックのどれを読めなくても、合格にはならない',
      en: 'Without the policy, what S3 says of it, or what is blocked, nothing passes',
    },
    given: denied(inOrganization(sharedBuckets({ bucket: { policy }, none: {} })), 's3:GetBucketPolicy'),
    expect: { bucket: 'unknown', none: 'pass' },
  },
  {
    name: { ja: '公開の判定を読めない', en: 'What S3 says of the policy was not read' },
    given: denied(inOrganization(sharedBuckets({ bucket: { policy } })), 's3:GetBucketPolicyStatus'),
    expect: { bucket: 'unknown' },
  },
  {
    name: { ja: 'ブロックを読めない', en: 'What is blocked was not read' },
    given: denied(
      inOrganization(sharedBuckets({ bucket: { policy: [...open, ...policy], isPublic: true } })),
      's3:GetPublicAccessBlock',
    ),
    expect: { bucket: 'unknown' },
  },
  {
    name: {
      ja: '組織のアカウントの一覧が読めない',
      en: 'The accounts of the organization are not known',
    },
    given: sharedBuckets({ bucket: { policy }, none: {} }),
    expect: { bucket: 'unknown', none: 'pass' },
  },
];
