import { isAboutDeletion } from '../../evaluate/deletion-facts.ts';
import { evaluateTenant, type Evaluation } from '../../evaluate/evaluate.ts';
import type { CoverageRow } from '../../model/results.ts';
import { readSnapshot } from '../../snapshot/read-snapshots.ts';
import { globalRegion, type Unit } from '../../model/unit.ts';
import { prefixedStore } from '../prefixed-store.ts';
import type { Deployment } from './deployment.ts';
import { readDocument } from './json-document.ts';
import type { MapFailure } from './map-failures.ts';
import { regionStatuses } from './region-status.ts';
import { nameInManifest, type PlannedTenant } from './planned-tenants.ts';
import type { FailedAccount, Plan, ScannedAccount } from './run-documents.ts';
import { runKeys } from './run-keys.ts';
import { evaluateUnscanned, noResult } from './unscanned-account.ts';

/** Azure answers these to whoever may read nothing: that there is a subscription, and what the caller may do in it. */
const answeredToAnybody: ReadonlySet<string> = new Set([
  'Microsoft.Authorization/permissions',
  'Microsoft.Resources/subscriptions',
]);

/** What the run found in all planned accounts, and of which it found nothing out. */
export interface ReadEvaluations {
  /** In the order of the planned tenants, the organization last. */
  readonly evaluations: readonly Evaluation[];
  readonly scanned: readonly ScannedAccount[];
  readonly failed: readonly FailedAccount[];
}

/** Reads the results of the planned accounts one by one, and keeps of each only what a report needs. */
export async function readEvaluations(
  plan: Plan,
  tenants: readonly PlannedTenant[],
  failures: ReadonlyMap<string, MapFailure>,
  deployment: Pick<Deployment, 'work' | 'checks' | 'standard'>,
): Promise<ReadEvaluations> {
  // What passed is told in figures, but for what may look deleted and is there.
  const about = new Set(deployment.checks.filter(isAboutDeletion).map(({ id }) => id));
  const evaluations: Evaluation[] = [];
  const scanned: ScannedAccount[] = [];
  const failed: FailedAccount[] = [];
  for (const planned of tenants) {
    const { tenant } = planned;
    const account = nameInManifest(planned);
    const key = runKeys(plan.runId).result(tenant);
    const result = await readDocument(deployment.work, key, 'tenken.tenant-result/1');
    const failure = result ? nothingRead(result.evaluation.coverage) : failureOf(planned, failures);
    if (failure) failed.push({ account, ...failure });
    const evaluation =
      result?.evaluation ?? evaluateUnscanned(unitOf(tenant), failure ?? noResult, { ...deployment, ...plan });
    if (!failure) scanned.push({ account, regions: regionStatuses(evaluation.coverage) });
    evaluations.push({ ...evaluation, passed: evaluation.passed.filter(({ check }) => about.has(check)) });
  }
  const organization = await readOrganization(plan, deployment);
  return { evaluations: organization ? [...evaluations, organization] : evaluations, scanned, failed };
}

function failureOf(
  { item, standsForSubscriptions }: PlannedTenant,
  failures: ReadonlyMap<string, MapFailure>,
): MapFailure {
  const failure = failures.get(item) ?? noResult;
  if (!standsForSubscriptions) return failure;
  return { ...failure, message: `the subscriptions of the tenant were not scanned: ${failure.message}` };
}

/** The unit that stands for a planned tenant as a whole. */
function unitOf(tenant: string): Unit {
  const [provider, id = ''] = tenant.split('/');
  if (provider === 'azure') return { provider, subscription: id };
  return provider === 'entra' ? { provider, tenant: id } : { provider: 'aws', account: id, region: globalRegion };
}

/** Why nothing of an account was read, if nothing was: it could not be entered, or everything was denied. */
function nothingRead(coverage: readonly CoverageRow[]): MapFailure | undefined {
  if (coverage.some(({ status, operation }) => status === 'read' && !answeredToAnybody.has(operation)))
    return undefined;
  const first = coverage.find(({ status }) => status === 'failed');
  return { code: first?.reason ?? 'NoResult', message: first?.message ?? noResult.message };
}

async function readOrganization(
  { runId, organization }: Plan,
  { work, checks, standard }: Pick<Deployment, 'work' | 'checks' | 'standard'>,
): Promise<Evaluation | undefined> {
  if (organization === undefined) return undefined;
  const snapshot = await readSnapshot(prefixedStore(work, runKeys(runId).snapshot), organization);
  if (!snapshot) throw new Error(`${work.location}${organization} is missing; the plan step should have written it`);
  return evaluateTenant({ snapshots: [snapshot], checks, standard });
}
