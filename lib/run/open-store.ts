import { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../model/object-store.ts';
import { folderStore } from '../snapshot/folder-store.ts';
import { s3Store } from '../snapshot/s3-store.ts';

/** The store at a location as people write it: `s3://bucket/prefix`, or a folder's path. */
export function openStore(location: string): ObjectStore {
  const address = /^s3:\/\/([^/]+)\/?(.*)$/.exec(location);
  if (!address) return folderStore(location);
  return s3Store({ client: new S3Client({}), bucket: address[1] ?? '', prefix: (address[2] ?? '').replace(/\/$/, '') });
}
