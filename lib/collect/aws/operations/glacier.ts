import { defineOperation } from '../operation.ts';

/** Vaults of Amazon S3 Glacier, the service of its own; what buckets keep in a Glacier class is Amazon S3's. */
export const glacierOperations = [
  defineOperation({
    id: 'glacier:ListVaults',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    absent: ['ENOTFOUND'],
    leftBehindBy: ['glacier'],
    async call({ glacier }, options, page) {
      const { ListVaultsCommand } = await import('../sdk/glacier.ts');
      // The hyphen stands for the account that asks.
      return (await glacier).send(new ListVaultsCommand({ accountId: '-', marker: page }), options);
    },
    next: (output) => output.Marker,
  }),
];
