import pLimit from 'p-limit';
import type { SNSClient } from '@aws-sdk/client-sns';
import { deliverFiles, reportFiles } from '../../deliver/files/report-files.ts';
import { notification } from '../../deliver/mail/notification.ts';
import { findingsNdjson } from '../../deliver/ndjson/findings-ndjson.ts';
import { publishNotification } from '../../deliver/sns/publish.ts';
import { summarise } from '../../evaluate/summarise.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/results.ts';
import { version } from '../../model/version.ts';
import { clauses } from '../../standard/clauses.ts';
import { buildReport } from '../build-report.ts';
import { prefixedStore } from '../prefixed-store.ts';
import { readAzureEntries, rememberAzureEntries } from './azure-subscriptions.ts';
import { consoleLink } from './console-link.ts';
import type { Deployment } from './deployment.ts';
import { readHistory, writeHistory } from './history.ts';
import { readDocument, writeDocument } from './json-document.ts';
import { readMapFailures } from './map-failures.ts';
import { nameInManifest, plannedTenants, type PlannedTenant } from './planned-tenants.ts';
import { readEvaluations, type ReadEvaluations } from './read-evaluations.ts';
import type { Plan } from './run-documents.ts';
import { runKeys } from './run-keys.ts';

/** What the distributed map leaves behind. */
export interface ConcludeEvent {
  readonly runId: string;
  /** Key of the map's manifest. */
  readonly resultsKey: string;
}

/** What became of a run, in figures. The stack watches `failed` in the log. */
export interface RunOutcome {
  readonly runId: string;
  readonly planned: number;
  readonly scanned: number;
  readonly failed: number;
  readonly manifestKey: string;
}

/**
 * Concludes a run: report files, findings by account, manifest, notification, and last the states, so that findings count as known
 * only once they were told. Every step of it may be repeated: the same run writes the same keys.
 */
export async function concludeRun(
  { runId, resultsKey }: ConcludeEvent,
  deployment: Deployment & { readonly sns: SNSClient },
): Promise<RunOutcome> {
  const { work, evidence, standard } = deployment;
  const plan = await readPlan(deployment, runId);
  const azure = await readAzureEntries(plan, deployment);
  const tenants = plannedTenants(plan, azure);
  const read = await readEvaluations(plan, tenants, await readMapFailures(work, resultsKey), deployment);
  const histories = await eachAtOnce(tenants, ({ tenant }) => readHistory(evidence, tenant, runId));
  const previous = histories.flatMap((history) => history.findings);
  const report = buildReport({ ...deployment, evaluations: read.evaluations, previous });
  await deliverFiles(prefixedStore(evidence, runKeys(runId).conclusion), reportFiles(report, standard.locale, clauses));
  await writeFindings(report.findings, tenants, { ...deployment, runId });
  const manifestKey = await writeManifest(plan, { ...read, tenants }, report, deployment);
  await notify(report, runId, { ...deployment, previous });
  await eachAtOnce(histories, (history) =>
    writeHistory(evidence, { runId, findings: runKeys(runId).findings(history.tenant) }, history),
  );
  await rememberAzureEntries(azure, deployment);
  const planned = tenants.length;
  return { runId, planned, scanned: read.scanned.length, failed: read.failed.length, manifestKey };
}

async function readPlan({ work }: Deployment, runId: string): Promise<Plan> {
  const plan = await readDocument(work, runKeys(runId).plan, 'tenken.plan/1');
  if (!plan) throw new Error(`${work.location}${runKeys(runId).plan} is missing; the plan step should have written it`);
  return plan;
}

async function writeFindings(
  findings: readonly Finding[],
  tenants: readonly PlannedTenant[],
  { evidence, runId }: Deployment & { readonly runId: string },
): Promise<void> {
  const byTenant = Map.groupBy(findings, ({ resource }) => `${resource.provider}/${resource.account}`);
  await eachAtOnce(tenants, ({ tenant }) => {
    const key = runKeys(runId).findings(tenant);
    return evidence.put(key, findingsNdjson(byTenant.get(tenant) ?? []), 'application/x-ndjson');
  });
}

/** Does the same for every account, 32 at a time: one after the other, thousands would take longer than a function may. */
function eachAtOnce<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const limit = pLimit(32);
  return Promise.all(items.map((item) => limit(() => act(item))));
}

async function writeManifest(
  plan: Plan,
  { tenants, scanned, failed }: ReadEvaluations & { readonly tenants: readonly PlannedTenant[] },
  report: Report,
  { evidence, standard, clock }: Deployment,
): Promise<string> {
  const { runId, plannedAt } = plan;
  const planned = tenants.map(nameInManifest);
  const key = `${runKeys(runId).conclusion}manifest.json`;
  // The hash alone would say nothing to an auditor once the stack has a newer standard.
  await evidence.put(
    `${runKeys(runId).conclusion}standard.json`,
    `${JSON.stringify(standard, null, 2)}\n`,
    'application/json',
  );
  await writeDocument(evidence, key, {
    schema: 'tenken.manifest/1',
    runId,
    version,
    standard: report.summary.standard,
    plannedAt,
    concludedAt: clock().toISOString(),
    planned,
    scanned,
    failed,
  });
  return key;
}

async function notify(
  report: Report,
  runId: string,
  options: Deployment & { readonly sns: SNSClient; readonly previous: readonly Finding[] },
): Promise<void> {
  const { sns, topicArn, region, evidence, standard, previous } = options;
  const link = consoleLink(evidence.location, region, `${runKeys(runId).conclusion}report.html`);
  const before = summarise({ ...report.summary, findings: previous, coverage: [] });
  const compared = previous.length > 0 && { previous: before };
  await publishNotification(sns, topicArn, notification(report, { locale: standard.locale, link, ...compared }));
}
