import { ArmCallError, armError } from '../collect/azure/arm-failure.ts';
import type { Arm } from '../collect/azure/arm-client.ts';
import { collectSubscriptions } from '../collect/azure/collect-subscriptions.ts';
import {
  listSubscriptions,
  unlistedSubscriptions,
  type ListedSubscriptions,
} from '../collect/azure/list-subscriptions.ts';
import { openArm } from '../collect/azure/open-arm.ts';
import { openGraph } from '../collect/entra/sign-in/open-graph.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { OnProgress } from '../model/progress.ts';
import type { AzureTenant, Standard } from '../model/standard.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';
import { azureLogin } from './azure-login.ts';

/** Loopback servers that stand for Azure. */
export interface AzureEndpoints {
  readonly arm: string | undefined;
  readonly graph: string | undefined;
}

/** How Azure subscriptions are scanned. */
export interface ScanAzureOptions {
  readonly tenants: readonly AzureTenant[];
  readonly endpoints: AzureEndpoints;
  readonly checks: readonly Check[];
  readonly standard: Standard;
  /** Where snapshot units are kept. */
  readonly store: ObjectStore;
  readonly gzip?: boolean;
  /** Only these operations are called; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Called once the run is known to start; nothing is written before it is done. */
  readonly whenReady?: () => Promise<void>;
  /**
   * Whether a tenant whose subscriptions cannot be listed is a mistake of whoever started the run, and no result. Default:
   * yes. Beside other clouds it may be a gap.
   */
  readonly mustSignIn?: boolean;
  /** Milliseconds before a refused call is tried again; for tests. */
  readonly wait?: number;
}

/** What was found in one subscription. */
export interface ScannedSubscription {
  readonly subscription: string;
  readonly evaluation: Evaluation;
}

/**
 * Scans the subscriptions that tenants hold, and evaluates each as soon as it is read; in the order of their ids. Throws
 * OperatorError when nobody can sign in, or the subscriptions cannot be listed, or there are none: nothing is written then.
 * Where signing in is no must, those that the standard names become units that say so.
 */
export async function scanAzure(options: ScanAzureOptions): Promise<readonly ScannedSubscription[]> {
  const { tenants, whenReady, onProgress } = options;
  const opened = await Promise.all(tenants.map((tenant) => open(tenant, options)));
  if (opened.length > 0) {
    const total = opened.reduce((sum, { listed }) => sum + listed.ids.length + listed.invisible.length, 0);
    onProgress({ kind: 'tenants', provider: 'azure', total });
  }
  await whenReady?.();
  const scanned = await Promise.all(opened.map((each) => scanOpened(each, options)));
  return scanned.flat().toSorted((a, b) => (a.subscription < b.subscription ? -1 : 1));
}

interface Opened {
  readonly arm: Arm;
  readonly tenant: AzureTenant;
  readonly listed: ListedSubscriptions;
  readonly calls: () => number;
}

async function open(tenant: AzureTenant, options: ScanAzureOptions): Promise<Opened> {
  const { endpoints, standard, signal, wait, mustSignIn = true } = options;
  let calls = 0;
  const arm = openArm(azureLogin(tenant, standard), endpoints.arm, {
    signal,
    onCall: () => (calls += 1),
    ...(wait !== undefined && { wait }),
  });
  const listed = await listSubscriptions(arm, tenant).catch((error: unknown) => {
    const failure = armError('Microsoft.Resources/subscriptions', error, signal);
    return (mustSignIn ? undefined : unlistedSubscriptions(tenant, failure)) ?? notListed(tenant, error);
  });
  if (listed.ids.length + listed.invisible.length === 0) throw nothingVisible(tenant);
  return { arm, tenant, listed, calls: () => calls };
}

async function scanOpened(
  { arm, tenant, listed, calls }: Opened,
  options: ScanAzureOptions,
): Promise<readonly ScannedSubscription[]> {
  const { endpoints, standard, store, gzip = false, checks, operations, clock, signal, onProgress, wait } = options;
  const graph = openGraph(azureLogin(tenant, standard), endpoints.graph);
  const scanned: ScannedSubscription[] = [];
  const collecting = collectSubscriptions({
    arm,
    graph,
    listed,
    ...(operations && { operations }),
    clock,
    signal,
    onProgress,
    calls,
    ...(wait !== undefined && { wait }),
  });
  for await (const snapshot of collecting) {
    await writeSnapshot(store, snapshot, { gzip });
    const subscription = 'subscription' in snapshot.unit ? snapshot.unit.subscription : '';
    scanned.push({ subscription, evaluation: evaluateTenant({ snapshots: [snapshot], checks, standard }) });
  }
  return scanned;
}

function notListed({ tenant }: AzureTenant, error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof ArmCallError ? `${error.failure.code}: ` : '';
  throw new OperatorError(
    {
      ja: `テナント ${tenant} のAzureサブスクリプションを一覧できません。az login --tenant でサインインするか、基準書の tenants.azure を直してください(${code}${said})`,
      en: `The Azure subscriptions of the tenant ${tenant} cannot be listed (${code}${said}). Sign in with az login --tenant, or mend tenants.azure in the standard.`,
    },
    { cause: error },
  );
}

function nothingVisible({ tenant }: AzureTenant): OperatorError {
  return new OperatorError({
    ja: `テナント ${tenant} に、点検できるAzureサブスクリプションがありません。点検に使うアプリまたは利用者に、ルート管理グループで閲覧者（Reader）のロールを割り当ててください。`,
    en: `No Azure subscription of the tenant ${tenant} is visible; assign the role Reader to whoever scans, at the root management group.`,
  });
}
