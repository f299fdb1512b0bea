import { defineOperation } from '../operation.ts';

/** Virtual interfaces of Direct Connect. The keys of their BGP sessions, and configurations that name them, are left out. */
export const directConnectOperations = [
  defineOperation({
    id: 'directconnect:DescribeVirtualInterfaces',
    per: 'region',
    budget: 'workload',
    absent: ['ENOTFOUND'],
    async call({ directConnect }, options, page) {
      const { DescribeVirtualInterfacesCommand } = await import('../sdk/direct-connect.ts');
      const command = new DescribeVirtualInterfacesCommand({ maxResults: 100, nextToken: page });
      return (await directConnect).send(command, options);
    },
    next: (output) => output.nextToken,
    secrets: ['authKey', 'customerRouterConfig'],
  }),
];
