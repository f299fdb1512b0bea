/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  GetDisksCommand,
  GetDiskSnapshotsCommand,
  GetInstanceSnapshotsCommand,
  GetRelationalDatabaseSnapshotsCommand,
  LightsailClient,
} from '@aws-sdk/client-lightsail';
