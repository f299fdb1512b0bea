import type { Evaluation } from '../../evaluate/evaluate.ts';
import type { PlannedEntry } from './azure-entry.ts';
import type { RegionStatus } from './region-status.ts';

/** What a run set out to do: written by the plan step. */
export interface Plan {
  readonly schema: 'tenken.plan/1';
  readonly runId: string;
  /** ISO 8601. */
  readonly plannedAt: string;
  /** Account ids, ascending. */
  readonly accounts: readonly string[];
  /** Entries of `tenants.azure`, by key; absent when there are none. Only their scan knows their subscriptions. */
  readonly azure?: readonly PlannedEntry[];
  /** Ids of tenants of Microsoft Entra, ascending; absent when there are none. */
  readonly entra?: readonly string[];
  /** Key of the organization's unit in the snapshot, when the accounts were taken from it. */
  readonly organization?: string;
}

/** What the scan of one account found: written by the scan step. */
export interface TenantResult {
  readonly schema: 'tenken.tenant-result/1';
  readonly tenant: string;
  readonly evaluation: Evaluation;
}

/** The subscriptions of one entry of `tenants.azure`: written by its scan step, and remembered by the conclude step. */
export interface AzureSubscriptions {
  readonly schema: 'tenken.azure-subscriptions/1';
  /** Ids in ascending order. */
  readonly subscriptions: readonly string[];
}

/** manifest.json: what a run set out to do, and what became of it. Written last: without it, there was no run. */
export interface Manifest {
  readonly schema: 'tenken.manifest/1';
  readonly runId: string;
  /** Of Tenken. */
  readonly version: string;
  /** SHA-256 of the standard, in hex. */
  readonly standard: string;
  /** ISO 8601. */
  readonly plannedAt: string;
  /** ISO 8601. */
  readonly concludedAt: string;
  readonly planned: readonly string[];
  readonly scanned: readonly ScannedAccount[];
  readonly failed: readonly FailedAccount[];
}

/** An account that was read, and how far each of its regions was. */
export interface ScannedAccount {
  /** Twelve digits; `azure/SUBSCRIPTION` or `entra/TENANT`, which have no regions. */
  readonly account: string;
  readonly regions: Readonly<Record<string, RegionStatus>>;
}

/** An account of which nothing could be read, and why. */
export interface FailedAccount {
  /** As in {@link ScannedAccount}; `azure/TENANT` where not even its subscriptions are known. */
  readonly account: string;
  readonly code: string;
  readonly message: string;
}

/** A run, and the key of a tenant's findings in it. */
export interface KnownFindings {
  readonly runId: string;
  readonly findings: string;
}

/** state/aws/111122223333.json: the last run that concluded about a tenant, and the one before it. */
export interface TenantState extends KnownFindings {
  readonly schema: 'tenken.state/1';
  readonly before?: KnownFindings;
}

/** What the steps of a run leave for each other and for later runs. */
export type RunDocument = Plan | AzureSubscriptions | TenantResult | Manifest | TenantState;
