import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { PublicRepository } from '../../../lib/model/aws/public-repository.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed } from '../../../lib/model/judgement.ts';
import { unitResource } from '../../../lib/model/unit-resource.ts';
import type { Unit } from '../../../lib/model/unit.ts';

export default defineCheck({
  id: 'aws-public-repository',
  clauses: ['12.3'],
  severity: 'low',
  title: {
    ja: 'コンテナイメージが誰でも取得できるリポジトリで公開されている',
    en: 'Container images are published for anybody to pull',
  },
  why: {
    ja: 'Amazon ECR Publicのリポジトリのイメージは、認証なしで誰でも取得できます。これを止めるポリシーはありません。イメージに残った認証情報、内部のアドレス、ソースコードが読まれます。公開は意図して行うものなので重大度は低くしています。公開が目的のものは、理由と責任者を添えて例外に登録します。',
    en: 'Anybody pulls images from repositories of Amazon ECR Public without credentials, and no policy can forbid it: credentials, internal addresses and source code that were left in an image are read. Publishing is something that people mean to do, so the severity is low; what is meant belongs in the exceptions, with a reason and an owner.',
  },
  fix: {
    ja: '公開する必要がないイメージは、プライベートリポジトリへ移してから、公開リポジトリを削除します。公開されていた認証情報は失効させます。',
    en: 'Move images that need not be public to a private repository, and delete the public one. Revoke credentials that were in them.',
  },
  reads: ['aws.publicRepositories'],
  find: ({ 'aws.publicRepositories': repositories }, { unit }) =>
    repositories.length === 0
      ? [{ status: 'pass', resource: unitResource(unit) }]
      : repositories.map((each) => failure(each, unit)),
});

function failure({ arn, name, uri = name }: PublicRepository, unit: Unit): Failed {
  const what = { ja: `公開リポジトリ: ${uri}`, en: `A public repository: ${uri}` };
  return {
    status: 'fail',
    resource: awsResource(unit, { type: 'ecr-public-repository', id: arn, name }),
    detail: {
      ja: `${uri} のイメージは、誰でも認証なしで取得できます。`,
      en: `Anybody can pull the images of ${uri} without credentials.`,
    },
    evidence: [{ what, operation: 'ecr-public:DescribeRepositories', ref: arn }],
    // Without --force, a repository that still holds images is left as it is.
    remediation: [
      {
        kind: 'aws-cli',
        text: command`aws ecr-public delete-repository --region us-east-1 --repository-name ${name}`,
      },
    ],
  };
}
