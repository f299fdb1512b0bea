import type { Unread } from '../../model/unread.ts';

/** Why nobody knows what an enabled region holds that was left out of the scan. */
export function notScanned(region: string): Unread {
  const message = `${region} is enabled, and was not scanned`;
  return { operation: 'ec2:DescribeInstances', code: 'NotCollected', message };
}
