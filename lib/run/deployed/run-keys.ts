/** Where a run keeps its files. `plan` to `results` lie in the work bucket, the rest in the evidence bucket. */
export interface RunKeys {
  /** What the run set out to do. */
  readonly plan: string;
  /** The distributed map's items, one a line. */
  readonly accounts: string;
  /** Prefix of the snapshot units. */
  readonly snapshot: string;
  /** Which subscriptions an entry of `tenants.azure` has. */
  subscriptions(entry: string): string;
  /** Evaluation of one tenant. */
  result(tenant: string): string;
  /** Prefix of all that the run concluded. */
  readonly conclusion: string;
  /** Findings of one tenant, for the next run to compare with. */
  findings(tenant: string): string;
}

/** The keys of a run's files. A tenant is written as in `tenantPath`: `aws/111122223333`. */
export function runKeys(runId: string): RunKeys {
  const run = `runs/${runId}/`;
  return {
    plan: `${run}plan.json`,
    accounts: `${run}accounts.jsonl`,
    snapshot: `${run}snapshot/`,
    subscriptions: (entry) => `${run}azure/${entry}.json`,
    result: (tenant) => `${run}tenants/${tenant.replace('/', '-')}.json.gz`,
    conclusion: run,
    findings: (tenant) => `${run}tenants/${tenant.replace('/', '-')}.findings.ndjson`,
  };
}
