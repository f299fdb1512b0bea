import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { ClaimableName } from '../../../lib/model/aws/claimable-name.ts';
import type { LeadingRecord } from '../../../lib/model/aws/dns-record.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Text } from '../../../lib/model/text.ts';
import type { Unit } from '../../../lib/model/unit.ts';

export default defineCheck({
  id: 'aws-dns-dangling',
  clauses: ['12.4'],
  severity: 'high',
  title: {
    ja: 'DNSレコードが、誰でも取得できる名前を指したまま残っている',
    en: 'A DNS record still leads to a name that anybody can take',
  },
  why: {
    ja: 'サービスの利用を終えて本体だけを削除し、DNSレコードを残すと、同じ名前を取得した第三者が自組織のドメインで偽サイトを公開し、Cookieや認証情報を奪えます。公開ゾーンのレコードのうち、S3バケットとElastic Beanstalk環境を指すものについて、その名前を今誰も持っていないことをAWSの回答で確かめた場合だけを不合格とします（S3はGetBucketLocation、Elastic BeanstalkはCheckDNSAvailability）。S3はレコードの名前と同じ名前のバケットに転送します。ほかのアカウントが持つバケットを指すレコードは、持ち主が分からないため不明とします。IPアドレス、ロードバランサー、CloudFrontなどを指すレコードは、名前を選んで取得できないか、持ち主を確かめられないため、判定しません。ワイルドカードのレコードも判定しません。',
    en: 'Where a service is retired and its record stays, whoever takes the same name publishes under the own domain: a false site, and cookies and credentials with it. Of the records in public zones, those that lead to S3 buckets and Elastic Beanstalk environments are judged, and one fails only where AWS itself answers that nobody holds the name now (GetBucketLocation of S3, CheckDNSAvailability of Elastic Beanstalk). S3 serves the bucket that is called as the record is. A record that leads to a bucket of another account is unknown: whose it is, S3 does not say. Records that lead to addresses, load balancers, CloudFront and the like are not judged: nobody can choose such a name, or nobody can tell who holds it. Nor are wildcards.',
  },
  fix: {
    ja: 'レコードを削除します。まだ必要なら、同じ名前のバケットや環境を自組織で作り直して名前を確保します。サービスを終えるときは、先にDNSレコードを消してから本体を削除します。',
    en: 'Delete the record. Where it is still needed, take the name back by creating the bucket or environment again. When a service is retired, delete its records first and what they lead to afterwards.',
  },
  reads: ['aws.dnsRecords'],
  find: ({ 'aws.dnsRecords': { zones, leading, unread } }, { unit }) => [
    ...zones
      .filter(({ id }) => !leading.some(({ zoneId }) => zoneId === id))
      .map((zone): Judgement => ({ status: 'pass', resource: zoneResource(unit, zone) })),
    ...leading.map((record) => judge(record, recordResource(unit, record))),
    ...unread.map((zone): Judgement => ({
      status: 'unknown',
      resource: zoneResource(unit, zone),
      unread: zone.unread,
    })),
  ],
});

function zoneResource(unit: Unit, { id, name }: { readonly id: string; readonly name: string }): Resource {
  return awsResource(unit, { type: 'hosted-zone', id: `arn:aws:route53:::hostedzone/${id}`, name });
}

/** A record has no ARN: its zone, name and type tell it apart, and an identifier where there are several. */
function recordResource(unit: Unit, { zoneId, name, type, setIdentifier }: LeadingRecord): Resource {
  const set = setIdentifier === undefined ? '' : `/${setIdentifier}`;
  return awsResource(unit, {
    type: 'dns-record',
    id: `arn:aws:route53:::hostedzone/${zoneId}/${type}/${name}${set}`,
    name,
  });
}

function judge(record: LeadingRecord, resource: Resource): Judgement {
  const { holder, leadsTo, unread } = record;
  if (holder === 'nobody') return failure(record, resource);
  if (unread) return { status: 'unknown', resource, unread };
  // An environment that somebody has is taken by its owner's choice, and Elastic Beanstalk gives its name to nobody else.
  if (holder === 'own' || leadsTo.kind === 'beanstalk') return { status: 'pass', resource };
  const message = `the bucket ${leadsTo.bucket} is held by another account: tell whether it is yours`;
  return {
    status: 'unknown',
    resource,
    unread: { operation: 's3:GetBucketLocation', code: 'HeldByAnother', message },
  };
}

function failure(record: LeadingRecord, resource: Resource): Failed {
  const { zoneId, name, type, leadsTo, raw } = record;
  const { ja, en } = nobodys(leadsTo);
  const batch = { Changes: [{ Action: 'DELETE', ResourceRecordSet: raw }] };
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `レコード ${name} (${type}) は ${leadsTo.target} を指していますが、${ja}。`,
      en: `The record ${name} (${type}) leads to ${leadsTo.target}, but ${en}.`,
    },
    evidence: [
      {
        what: {
          ja: `${type} レコードの行き先: ${leadsTo.target}`,
          en: `Where the ${type} record leads: ${leadsTo.target}`,
        },
        operation: 'route53:ListResourceRecordSets',
        ref: resource.id,
      },
      {
        what: { ja: `AWSの回答: ${ja}`, en: `AWS answers that ${en}` },
        operation: leadsTo.kind === 'bucket' ? 's3:GetBucketLocation' : 'elasticbeanstalk:CheckDNSAvailability',
        ref: leadsTo.kind === 'bucket' ? leadsTo.bucket : leadsTo.target,
      },
    ],
    remediation: [
      {
        kind: 'aws-cli',
        text: command`aws route53 change-resource-record-sets --hosted-zone-id ${zoneId} --change-batch ${JSON.stringify(batch)}`,
      },
    ],
  };
}

function nobodys(leadsTo: ClaimableName): Text {
  return leadsTo.kind === 'bucket'
    ? { ja: `バケット ${leadsTo.bucket} は存在しません`, en: `there is no bucket ${leadsTo.bucket}` }
    : {
        ja: `環境の名前 ${leadsTo.prefix} (${leadsTo.region}) は空いています`,
        en: `the environment name ${leadsTo.prefix} in ${leadsTo.region} is free`,
      };
}
