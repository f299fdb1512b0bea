import pLimit from 'p-limit';
import { collectContext, type CollectContext } from '../collect/aws/collect-context.ts';
import { callerSession, type AwsSession } from '../collect/aws/session.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AwsTenants, Standard } from '../model/standard.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';
import { billingNotice } from './billing-notice.ts';
import { chooseAccounts, type ChosenAccounts } from './choose-accounts.ts';
import { asksBilling, discoveryOptions, type DiscoveryAsked } from './discovery-options.ts';
import { enterAccount } from './enter-account.ts';
import { scanTenant } from './scan-tenant.ts';

/** Accounts scanned at the same time: their calls count against different budgets, but share this machine's sockets. */
export const accountsAtOnce = 8;

/** How AWS accounts are scanned from one machine. */
export interface ScanAwsOptions extends DiscoveryAsked {
  readonly tenants: AwsTenants;
  readonly checks: readonly Check[];
  readonly standard: Standard;
  /** Where snapshot units are kept. */
  readonly store: ObjectStore;
  readonly readEmptyRegions: boolean;
  /** Only these operations are called; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Called once the accounts are known and before anything is written. */
  readonly onReady?: () => Promise<void>;
}

/**
 * Scans the tenants' accounts, several at a time, and evaluates each as soon as it is collected. An account that cannot
 * be entered becomes a unit of its own that says so. Evaluations come in the order in which a stored snapshot is read.
 * Throws OperatorError when the caller cannot be known, or the organization's accounts cannot be listed; nothing is
 * written then.
 */
export async function scanAws(options: ScanAwsOptions): Promise<readonly Evaluation[]> {
  const failure = new AbortController();
  try {
    return await scanAll({ ...options, signal: AbortSignal.any([options.signal, failure.signal]) });
  } catch (error) {
    // What is still under way would only keep the process from ending.
    failure.abort();
    throw error;
  }
}

async function scanAll(options: ScanAwsOptions): Promise<readonly Evaluation[]> {
  const context = collectContext(options);
  const caller = await callerSession({ signal: options.signal });
  const chosen = choose(options, caller, context);
  // Nothing is kept before the accounts are known, so that a run that cannot start leaves no trace.
  const store: ObjectStore = { ...options.store, put: (key, body) => chosen.then(() => options.store.put(key, body)) };
  const limit = pLimit(accountsAtOnce);
  const above = chosen.then(({ organization }) => organization);
  // Whoever chose nothing has said so already.
  above.catch(() => undefined);
  const scan = (account: string): Promise<Evaluation> =>
    limit(() => scanAccount({ ...options, store }, caller, context, { account, organization: above }));
  // The caller's own account is one of its organization's: it is read while the others are still being listed.
  // Where that costs money, nothing begins before the price is said.
  const isEarly =
    options.tenants.accounts === 'organization' && !asksBilling(options, options.standard, options.operations);
  const own = isEarly ? scan(caller.account) : undefined;
  own?.catch(() => undefined);
  const { accounts } = await chosen;
  const scanned = await Promise.all(
    accounts.map((account) => (own && account === caller.account ? own : scan(account))),
  );
  const organization = await above;
  if (!organization) return scanned;
  await writeSnapshot(store, organization, { gzip: false });
  return [
    ...scanned,
    evaluateTenant({ snapshots: [organization], checks: options.checks, standard: options.standard }),
  ];
}

async function choose(options: ScanAwsOptions, caller: AwsSession, context: CollectContext): Promise<ChosenAccounts> {
  const chosen = await chooseAccounts(options.tenants, caller, context);
  await options.onReady?.();
  options.onProgress({ kind: 'tenants', provider: 'aws', total: chosen.accounts.length });
  if (asksBilling(options, options.standard, options.operations)) {
    options.onProgress({ kind: 'notice', text: billingNotice(chosen.accounts.length) });
  }
  return chosen;
}

async function scanAccount(
  options: ScanAwsOptions,
  caller: AwsSession,
  context: CollectContext,
  { account, organization }: { readonly account: string; readonly organization: Promise<Snapshot | undefined> },
): Promise<Evaluation> {
  const { regions } = options.tenants;
  return scanTenant({
    target: { account, session: await enterAccount(account, caller, options.tenants, options.signal) },
    collect: {
      context,
      ...(regions && { regions }),
      ...(options.operations && { operations: options.operations }),
      readEmptyRegions: options.readEmptyRegions,
      inOrganization: options.tenants.accounts === 'organization',
      ...discoveryOptions(options, options.standard, { account, now: options.clock() }),
    },
    store: options.store,
    gzip: false,
    organization,
    checks: options.checks,
    standard: options.standard,
  });
}
