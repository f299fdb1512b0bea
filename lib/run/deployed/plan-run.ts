import { collectContext } from '../../collect/aws/collect-context.ts';
import { callerSession } from '../../collect/aws/session.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { unitPath } from '../../model/unit.ts';
import { writeSnapshot } from '../../snapshot/write-snapshot.ts';
import { chooseAccounts } from '../choose-accounts.ts';
import { prefixedStore } from '../prefixed-store.ts';
import { azureEntry } from './azure-entry.ts';
import type { Deployment } from './deployment.ts';
import { writeDocument } from './json-document.ts';
import { runKeys } from './run-keys.ts';
import type { ScanEvent } from './scan-account.ts';
import type { AzureScanEvent } from './scan-azure-entry.ts';
import type { EntraScanEvent } from './scan-entra-tenant.ts';

/** What starts a run. */
export interface PlanEvent {
  readonly runId: string;
}

/** Where the distributed map finds its items. */
export interface PlanOutcome {
  readonly runId: string;
  readonly accountsKey: string;
  readonly accounts: number;
}

/** Decides which accounts, entries of Azure and tenants the run scans, and writes them down: for the map, and for the conclusion to compare with. */
export async function planRun(
  { runId }: PlanEvent,
  { standard, work, signal, clock }: Deployment & { readonly signal: AbortSignal },
): Promise<PlanOutcome> {
  const caller = await callerSession({ signal });
  const context = collectContext({ signal, clock });
  const chosen = await chooseAccounts(standard.tenants.aws, caller, context);
  const { accounts } = chosen;
  const entra = standard.tenants.entra.map(({ id }) => id).toSorted();
  // Two entries that say the same are one.
  const azure = [...new Map(standard.tenants.azure.map(azureEntry).map((entry) => [entry.key, entry])).values()];
  const organization = await chosen.organization;
  const keys = runKeys(runId);
  const above = organization && { organization: organizationKey(organization) };
  if (organization) await writeSnapshot(prefixedStore(work, keys.snapshot), organization, { gzip: true });
  await writeDocument(work, keys.plan, {
    schema: 'tenken.plan/1',
    runId,
    plannedAt: clock().toISOString(),
    accounts,
    ...(azure.length > 0 && { azure }),
    ...(entra.length > 0 && { entra }),
    ...above,
  });
  const items = [
    ...accounts.map((account): ScanEvent => ({ runId, account, ...above })),
    ...azure.map(({ key }): AzureScanEvent => ({ runId, azure: key })),
    ...entra.map((tenant): EntraScanEvent => ({ runId, tenant })),
  ];
  await work.put(keys.accounts, items.map((item) => `${JSON.stringify(item)}\n`).join(''), 'application/x-ndjson');
  return { runId, accountsKey: keys.accounts, accounts: accounts.length };
}

function organizationKey(organization: Snapshot): string {
  return `${unitPath(organization.unit)}.json.gz`;
}
