import { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../model/object-store.ts';
import { folderStore } from '../snapshot/folder-store.ts';
import { s3Store } from '../snapshot/s3-store.ts';
import { explainedStore } from './explained-store.ts';

/** The store at a location as people write it: `s3://bucket/prefix` (its errors are OperatorErrors), or a folder's path. */
export function openStore(location: string): ObjectStore {
  const address = /^s3:\/\/([^/]+)\/?(.*)$/.exec(location);
  if (!address) return folderStore(location);
  const [, bucket = '', prefix = ''] = address;
  return explainedStore(s3Store({ client: new S3Client({}), bucket, prefix: prefix.replace(/\/$/, '') }));
}
