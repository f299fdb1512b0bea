import type { CheckHead } from './check.ts';
import type { GraphLicence } from './entra/graph-operations.ts';
import type { DeletionFact } from './facts/deletion-fact.ts';
import type { Facts } from './facts/principal-fact.ts';
import type { RegisterRow } from './facts/register-row.ts';
import type { Finding, FindingState } from './finding.ts';
import type { Resource } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Unit } from './unit.ts';

/**
 * One operation of one unit: read, failed with a reason, or skipped with a reason. One that is called for each of many
 * inputs may have a row for what failed, and one for what was left for want of budget (`over-budget`).
 */
export interface CoverageRow {
  readonly unit: Unit;
  readonly operation: string;
  readonly status: 'read' | 'failed' | 'skipped';
  /** The error's code, or why the operation was skipped. */
  readonly reason?: string;
  readonly message?: string;
  /** How many inputs were left for want of budget. */
  readonly left?: number;
  /** The permission that would mend it, when it was denied. */
  readonly permission?: string;
  /** The licence that would mend it, when the tenant lacks it. */
  readonly licence?: GraphLicence;
  /** Checks that could not judge because of it. */
  readonly checks?: readonly string[];
}

/** How many resources a check judged in a unit, by verdict. */
export interface Tally {
  readonly check: string;
  readonly unit: Unit;
  readonly fail: number;
  readonly pass: number;
  readonly unknown: number;
  /** How many of the unknown hide nothing but their own resource, because nobody can know of it; absent where none does. */
  readonly ofNobody?: number;
}

/** A resource that passed a check; listed on request. */
export interface PassedResource {
  readonly check: string;
  readonly resource: Resource;
}

/** A resource that a scan chose not to ask about, and the check that would have judged it. */
export interface LeftResource {
  readonly check: string;
  /** {@link Resource.id} */
  readonly resource: string;
}

/** summary.json: what a run saw, in figures. */
export interface Summary {
  readonly schema: 'tenken.summary/1';
  readonly version: string;
  readonly organisation: string;
  /** The latest `collectedAt` of the units, ISO 8601. */
  readonly collectedAt: string;
  /** SHA-256 of the standard that was applied, in hex. */
  readonly standard: string;
  readonly complete: boolean;
  readonly units: { readonly read: number; readonly partial: number; readonly unread: number };
  readonly failed: Readonly<Record<Severity, number>>;
  readonly unknown: number;
  readonly states: Readonly<Record<FindingState, number>>;
  readonly tallies: readonly Tally[];
}

/** All that a run concluded: what the deliverers render. */
export interface Report {
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly coverage: readonly CoverageRow[];
  /** The heads of the checks that ran, for the catalogue part of a report. */
  readonly checks: readonly CheckHead[];
  readonly facts: Facts;
  /** The register against reality, the worst gap first; empty where there is neither a register nor a service in use. */
  readonly registerTable: readonly RegisterRow[];
  /** What was left of services whose use has ended and is gone, as far as the findings remember. */
  readonly deletions: readonly DeletionFact[];
}
