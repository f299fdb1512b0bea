import { collectContext } from '../../collect/aws/collect-context.ts';
import { isUnreachable } from '../../collect/aws/collect-error.ts';
import { callerSession } from '../../collect/aws/session.ts';
import { readSnapshot } from '../../snapshot/read-snapshots.ts';
import { discoveryOptions, type DiscoveryAsked } from '../discovery-options.ts';
import { enterAccount } from '../enter-account.ts';
import { prefixedStore } from '../prefixed-store.ts';
import { scanTenant } from '../scan-tenant.ts';
import type { Deployment } from './deployment.ts';
import { writeDocument } from './json-document.ts';
import { regionStatuses, type RegionStatus } from './region-status.ts';
import { runKeys } from './run-keys.ts';

/** One item of the distributed map. */
export interface ScanEvent {
  readonly runId: string;
  readonly account: string;
  /** Key of the organization's unit in the run's snapshot, where it could be read. */
  readonly organization?: string;
}

/** Where the result is, and how far each region was read. */
export interface ScanOutcome {
  readonly account: string;
  readonly resultKey: string;
  readonly regions: Readonly<Record<string, RegionStatus>>;
}

/**
 * Scans one account, all its regions at once, and leaves its snapshot and its evaluation in the work bucket. The
 * account that Tenken is deployed in is read with the function's own role, every other through its audit role.
 */
export async function scanAccount(
  { runId, account, organization }: ScanEvent,
  options: Deployment & DiscoveryAsked & { readonly signal: AbortSignal },
): Promise<ScanOutcome> {
  const { standard, work, signal, clock, checks } = options;
  const tenants = standard.tenants.aws;
  const caller = await callerSession({ signal });
  const keys = runKeys(runId);
  const tenant = `aws/${account}`;
  const session = await enterAccount(account, caller, tenants, signal);
  // A refusal is a result; a service that did not answer is worth the state machine's retry, half a minute later.
  if ('failed' in session && isUnreachable(session.failed.code)) throw new Error(session.failed.message);
  const store = prefixedStore(work, keys.snapshot);
  // Small, and read before anything else: a failure is the state machine's to try again.
  const above = organization === undefined ? undefined : await readSnapshot(store, organization);
  const evaluation = await scanTenant({
    target: { account, session },
    collect: {
      context: collectContext({ signal, clock }),
      ...(tenants.regions && { regions: tenants.regions }),
      inOrganization: tenants.accounts === 'organization',
      ...discoveryOptions(options, standard, { account, now: clock() }),
    },
    store,
    gzip: true,
    organization: Promise.resolve(above),
    checks,
    standard,
  });
  const resultKey = keys.result(tenant);
  await writeDocument(work, resultKey, { schema: 'tenken.tenant-result/1', tenant, evaluation });
  return { account, resultKey, regions: regionStatuses(evaluation.coverage) };
}
