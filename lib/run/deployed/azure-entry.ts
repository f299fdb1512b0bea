import { crc32 } from 'node:zlib';
import type { AzureTenant } from '../../model/standard.ts';

/** An entry of `tenants.azure`, as a plan names it. */
export interface PlannedEntry {
  readonly key: string;
  /** Directory (tenant) id. */
  readonly tenant: string;
}

/** Names an entry by its tenant, and by a checksum of the whole entry: a tenant may have several. */
export function azureEntry(entry: AzureTenant): PlannedEntry {
  const { tenant } = entry;
  const checksum = crc32(JSON.stringify(entry)).toString(16).padStart(8, '0');
  return { key: `${tenant}-${checksum}`, tenant };
}
