import type { Evaluation } from '../evaluate/evaluate.ts';
import type { AwsTenants, EntraTenant } from '../model/standard.ts';
import { scanAws, type ScanAwsOptions } from './scan-aws.ts';
import { scanEntra } from './scan-entra.ts';

/** What is scanned from one machine. */
export interface ScanEverythingOptions extends Omit<ScanAwsOptions, 'tenants'> {
  /** Absent: no AWS account is scanned. */
  readonly aws: AwsTenants | undefined;
  readonly entra: readonly EntraTenant[];
  /** A loopback server that stands for Microsoft Graph. */
  readonly graphEndpoint: string | undefined;
}

/**
 * Scans AWS accounts and Entra tenants at the same time. Evaluations come in the order in which a stored snapshot is read.
 * Throws OperatorError as `scanAws` and `scanEntra` do.
 */
export async function scanEverything(options: ScanEverythingOptions): Promise<readonly Evaluation[]> {
  const { aws, entra, graphEndpoint, onReady } = options;
  // Tenants need no list: they wait only until it is known that the run starts, so that one that cannot leaves no trace.
  const ready = Promise.withResolvers<void>();
  const whenReady = async (): Promise<void> => {
    await onReady?.();
    ready.resolve();
  };
  // Beside accounts, a tenant that cannot be read is a gap; alone, there would be nothing but the gap.
  const ofEntra = { ...options, tenants: entra, endpoint: graphEndpoint };
  if (!aws) return scanEntra({ ...ofEntra, mustSignIn: true, whenReady });
  const accounts = scanAws({ ...options, tenants: aws, onReady: whenReady });
  accounts.catch(ready.reject);
  const tenants = scanEntra({ ...ofEntra, whenReady: () => ready.promise });
  const [ofAccounts, ofTenants] = await Promise.all([accounts, tenants]);
  return [...ofAccounts, ...ofTenants];
}
