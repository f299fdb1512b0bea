import pLimit from 'p-limit';
import { collectContext, type CollectContext } from '../collect/aws/collect-context.ts';
import { activeAccounts, collectOrganization } from '../collect/aws/organization.ts';
import { assumedSession, callerSession, type AwsSession, type SessionOrFailure } from '../collect/aws/session.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { OnProgress } from '../model/progress.ts';
import type { CollectError } from '../model/snapshot.ts';
import type { AwsTenants, Standard } from '../model/standard.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';
import { scanTenant } from './scan-tenant.ts';

/** Accounts scanned at the same time: their calls count against different budgets, but share this machine's sockets. */
const accountsAtOnce = 8;

/** How AWS accounts are scanned from one machine. */
export interface ScanAwsOptions {
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
  /** Called once the caller is known and before anything is written. */
  readonly onReady?: () => Promise<void>;
}

/**
 * Scans the tenants' accounts, several at a time, and evaluates each as soon as it is collected. An account that cannot
 * be entered becomes a unit of its own that says so. Evaluations come in the order in which a stored snapshot is read.
 * Throws OperatorError when the caller cannot be known, or the organization's accounts cannot be listed.
 */
export async function scanAws(options: ScanAwsOptions): Promise<readonly Evaluation[]> {
  const context = collectContext(options);
  const caller = await callerSession({ signal: options.signal });
  await options.onReady?.();
  const { accounts, organization } = await chooseAccounts(options, caller, context);
  options.onProgress({ kind: 'tenants', total: accounts.length });
  const limit = pLimit(accountsAtOnce);
  const scanned = await Promise.all(
    accounts.map((account) => limit(() => scanAccount(options, caller, context, account))),
  );
  return organization ? [...scanned, organization] : scanned;
}

async function scanAccount(
  options: ScanAwsOptions,
  caller: AwsSession,
  context: CollectContext,
  account: string,
): Promise<Evaluation> {
  const { regions } = options.tenants;
  return scanTenant({
    target: { account, session: await enter(account, caller, options) },
    collect: {
      context,
      ...(regions && { regions }),
      ...(options.operations && { operations: options.operations }),
      readEmptyRegions: options.readEmptyRegions,
    },
    store: options.store,
    gzip: false,
    checks: options.checks,
    standard: options.standard,
  });
}

async function enter(
  account: string,
  caller: AwsSession,
  { tenants, signal }: ScanAwsOptions,
): Promise<SessionOrFailure> {
  if (account === caller.account) return caller;
  const { role, externalId } = tenants;
  return assumedSession(caller, { account, role, ...(externalId && { externalId }), sessionName: 'tenken' }, signal);
}

interface Chosen {
  /** In ascending order. */
  readonly accounts: readonly string[];
  readonly organization?: Evaluation;
}

async function chooseAccounts(options: ScanAwsOptions, caller: AwsSession, context: CollectContext): Promise<Chosen> {
  const { accounts } = options.tenants;
  if (accounts === 'self') return { accounts: [caller.account] };
  if (accounts !== 'organization') return { accounts: [...new Set(accounts)].toSorted() };
  const read = await collectOrganization(caller, context);
  if ('failed' in read) throw notListed(read.failed);
  const active = activeAccounts(read.snapshot);
  const failed = read.snapshot.errors[0];
  if (!active)
    throw notListed(failed ?? { operation: 'organizations:ListAccounts', code: 'NotCollected', message: '' });
  await writeSnapshot(options.store, read.snapshot, { gzip: false });
  const organization = evaluateTenant({
    snapshots: [read.snapshot],
    checks: options.checks,
    standard: options.standard,
  });
  return { accounts: active, organization };
}

function notListed({ operation, code, message }: CollectError): OperatorError {
  return new OperatorError({
    ja: `組織のアカウント一覧を取得できません(${operation}、${code}: ${message})。管理アカウントまたは委任管理者の認証情報を使うか、--accounts にIDを列挙してください。`,
    en: `The organization's accounts cannot be listed (${operation}, ${code}: ${message}); use credentials of the management account or a delegated administrator, or give the ids with --accounts.`,
  });
}
