import type { CheckCase } from '../../../lib/model/check-case.ts';
import { denied, inAccount } from '../cases/units.ts';

const repository = {
  repositoryName: 'tools',
  repositoryArn: 'arn:aws:ecr-public::111122223333:repository/tools',
  repositoryUri: 'public.ecr.aws/a1b2c3d4/tools',
};
const given = inAccount({ 'ecr-public:DescribeRepositories': { repositories: [repository] } });

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '公開リポジトリ', en: 'A public repository' },
    given,
    expect: { tools: 'fail' },
  },
  {
    name: { ja: '公開リポジトリがない', en: 'No public repository' },
    given: inAccount({ 'ecr-public:DescribeRepositories': { repositories: [] } }),
    expect: { '111122223333': 'pass' },
  },
  {
    name: { ja: '一覧を読めない', en: 'The list was denied' },
    given: denied(given, 'ecr-public:DescribeRepositories'),
    expect: { '111122223333': 'unknown' },
  },
];
