import type { DescribeFileSystemsResponse, FileSystemPolicyDescription } from '@aws-sdk/client-efs';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true } as const;

/** File systems of Amazon EFS, and who may use them by their own policies. */
export const efsPolicyOperations = [
  defineOperation({
    ...region,
    id: 'elasticfilesystem:DescribeFileSystems#policies',
    absent: ['ENOTFOUND'],
    async call({ efs }, options, page) {
      const { DescribeFileSystemsCommand } = await import('../sdk/efs.ts');
      return (await efs).send(new DescribeFileSystemsCommand({ MaxItems: 100, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
  }),
  defineOperation({
    ...region,
    id: 'elasticfilesystem:DescribeFileSystemPolicy',
    absent: ['PolicyNotFound'],
    each: {
      of: ['elasticfilesystem:DescribeFileSystems#policies'],
      inputs: ({ FileSystems = [] }: DescribeFileSystemsResponse) =>
        FileSystems.flatMap(({ FileSystemId }) => (FileSystemId ? [{ FileSystemId }] : [])),
      atMost: 200,
      refusedAlike: true,
    },
    async call({ efs }, options, _page, { FileSystemId }): Promise<Partial<FileSystemPolicyDescription>> {
      const { DescribeFileSystemPolicyCommand } = await import('../sdk/efs.ts');
      return (await efs).send(new DescribeFileSystemPolicyCommand({ FileSystemId }), options);
    },
  }),
];
