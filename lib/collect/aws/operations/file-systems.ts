import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true } as const;
const ofFsx = { ...region, absent: ['ENOTFOUND'], leftBehindBy: ['fsx'] } as const;

/** File systems of Amazon EFS; file systems, backups and caches of Amazon FSx. */
export const fileSystemOperations = [
  defineOperation({
    ...region,
    id: 'elasticfilesystem:DescribeFileSystems',
    leftBehindBy: ['elasticfilesystem'],
    async call({ efs }, options, page) {
      const { DescribeFileSystemsCommand } = await import('../sdk/efs.ts');
      return (await efs).send(new DescribeFileSystemsCommand({ MaxItems: 100, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
  }),
  defineOperation({
    ...ofFsx,
    id: 'fsx:DescribeFileSystems',
    async call({ fsx }, options, page) {
      const { DescribeFileSystemsCommand } = await import('../sdk/fsx.ts');
      return (await fsx).send(new DescribeFileSystemsCommand({ NextToken: page }), options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...ofFsx,
    id: 'fsx:DescribeBackups',
    async call({ fsx }, options, page) {
      const { DescribeBackupsCommand } = await import('../sdk/fsx.ts');
      return (await fsx).send(new DescribeBackupsCommand({ NextToken: page }), options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...ofFsx,
    id: 'fsx:DescribeFileCaches',
    async call({ fsx }, options, page) {
      const { DescribeFileCachesCommand } = await import('../sdk/fsx.ts');
      return (await fsx).send(new DescribeFileCachesCommand({ NextToken: page }), options);
    },
    next: nextToken,
  }),
];
