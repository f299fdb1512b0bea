import type { Evaluation } from '../evaluate/evaluate.ts';
import type { AwsTenants, AzureTenant, EntraTenant } from '../model/standard.ts';
import { scanAws, type ScanAwsOptions } from './scan-aws.ts';
import { scanEntra } from './scan-entra.ts';

/** What is scanned from one machine. */
export interface ScanEverythingOptions extends Omit<ScanAwsOptions, 'tenants'> {
  /** Absent: no AWS account is scanned. */
  readonly aws: AwsTenants | undefined;
  readonly azure: readonly AzureTenant[];
  readonly entra: readonly EntraTenant[];
  /** Loopback servers that stand for Microsoft Graph and Azure Resource Manager. */
  readonly graphEndpoint: string | undefined;
  readonly armEndpoint: string | undefined;
}

/**
 * Scans AWS accounts, Azure subscriptions and Entra tenants at the same time. Evaluations come in the order in which a
 * stored snapshot is read. Throws OperatorError as `scanAws`, `scanAzure` and `scanEntra` do.
 */
export async function scanEverything(options: ScanEverythingOptions): Promise<readonly Evaluation[]> {
  const { aws, entra, graphEndpoint, onReady } = options;
  // Others need no list of accounts: they wait only until it is known that the run starts, so that one that cannot leaves no trace.
  const ready = Promise.withResolvers<void>();
  const whenReady = async (): Promise<void> => {
    await onReady?.();
    ready.resolve();
  };
  const leads = aws ? 'aws' : options.azure.length > 0 ? 'azure' : 'entra';
  const whenOf = (who: typeof leads) => (who === leads ? whenReady : () => ready.promise);
  // Beside others, a tenant that cannot be read is a gap; alone, there would be nothing but the gap.
  const ofEntra = { ...options, tenants: entra, endpoint: graphEndpoint, mustSignIn: leads === 'entra' };
  const accounts = aws ? scanAws({ ...options, tenants: aws, onReady: whenReady }) : Promise.resolve([]);
  const subscriptions = scanSubscriptions(options, whenOf('azure'));
  for (const leading of [accounts, subscriptions]) leading.catch(ready.reject);
  const tenants = scanEntra({ ...ofEntra, whenReady: whenOf('entra') });
  return (await Promise.all([accounts, subscriptions, tenants])).flat();
}

/** Microsoft's clients for Azure are large: they are loaded where there is a subscription to scan. */
async function scanSubscriptions(
  options: ScanEverythingOptions,
  whenReady: () => Promise<void>,
): Promise<readonly Evaluation[]> {
  const { azure, graphEndpoint: graph, armEndpoint: arm } = options;
  if (azure.length === 0) return [];
  const { scanAzure } = await import('./scan-azure.ts');
  const endpoints = { arm, graph };
  // Beside others, named subscriptions that cannot be listed are a gap.
  const mustSignIn = !options.aws;
  const scanned = await scanAzure({ ...options, tenants: azure, endpoints, whenReady, mustSignIn });
  return scanned.map(({ evaluation }) => evaluation);
}
