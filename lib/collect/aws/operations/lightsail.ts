import { defineOperation } from '../operation.ts';

const region = {
  per: 'region',
  budget: 'workload',
  outsideNetworks: true,
  absent: ['ENOTFOUND'],
  leftBehindBy: ['lightsail'],
} as const;

/** Snapshots and disks of Amazon Lightsail. */
export const lightsailOperations = [
  defineOperation({
    ...region,
    id: 'lightsail:GetInstanceSnapshots',
    async call({ lightsail }, options, page) {
      const { GetInstanceSnapshotsCommand } = await import('../sdk/lightsail.ts');
      return (await lightsail).send(new GetInstanceSnapshotsCommand({ pageToken: page }), options);
    },
    next: (output) => output.nextPageToken,
  }),
  defineOperation({
    ...region,
    id: 'lightsail:GetDiskSnapshots',
    async call({ lightsail }, options, page) {
      const { GetDiskSnapshotsCommand } = await import('../sdk/lightsail.ts');
      return (await lightsail).send(new GetDiskSnapshotsCommand({ pageToken: page }), options);
    },
    next: (output) => output.nextPageToken,
  }),
  defineOperation({
    ...region,
    id: 'lightsail:GetRelationalDatabaseSnapshots',
    async call({ lightsail }, options, page) {
      const { GetRelationalDatabaseSnapshotsCommand } = await import('../sdk/lightsail.ts');
      return (await lightsail).send(new GetRelationalDatabaseSnapshotsCommand({ pageToken: page }), options);
    },
    next: (output) => output.nextPageToken,
  }),
  defineOperation({
    ...region,
    id: 'lightsail:GetDisks',
    async call({ lightsail }, options, page) {
      const { GetDisksCommand } = await import('../sdk/lightsail.ts');
      return (await lightsail).send(new GetDisksCommand({ pageToken: page }), options);
    },
    next: (output) => output.nextPageToken,
  }),
];
