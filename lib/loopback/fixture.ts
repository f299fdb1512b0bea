import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import { accessKeyOf, secretKeyOf } from './access-key.ts';

/** What this room's tests share: a snapshot unit that says only what a test is about. */
export function unitOf(account: string, region: string, rest: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', account, region },
    collectedAt: '2026-11-23T00:00:00.000Z',
    responses: {},
    errors: [],
    ...rest,
  };
}

/** Settings of an SDK client of an account, with one attempt a call. */
export function settingsOf(cloud: { readonly url: string }, account: string, region = 'us-east-1') {
  const accessKeyId = accessKeyOf(account);
  const credentials = { accessKeyId, secretAccessKey: secretKeyOf(accessKeyId) };
  return { endpoint: cloud.url, region, credentials, maxAttempts: 1 };
}
