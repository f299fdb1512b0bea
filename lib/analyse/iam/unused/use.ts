import type { AccessReport, ServiceUse } from '../../../model/aws/last-accessed.ts';
import { isStale } from '../../../model/aws/is-stale.ts';
import type { Thresholds } from '../../../model/standard.ts';

/** What of one principal's permissions is known not to be in use. Names are in lower case. */
export interface Use {
  /** Services that IAM keeps a record of, by prefix. */
  readonly recorded: ReadonlyMap<string, ServiceUse>;
  readonly unusedServices: ReadonlySet<string>;
  /** Tracked actions that were not used, of services that were, by the service's prefix. */
  readonly unusedActions: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a principal's report against the standard: what was not tried for longer than `staleDays` is not in use, and what
 * was never tried counts from when the principal was made. Actions that the report does not list may be in use: IAM tracks
 * only some ("IAM action last accessed information services and actions", IAM User Guide).
 */
export function useOf(report: AccessReport, made: Date, thresholds: Thresholds, asOf: Date): Use {
  const isUnused = ({ lastUsed }: { readonly lastUsed?: Date }): boolean =>
    isStale({ made, lastUsed }, thresholds, asOf);
  const [unused, used] = [report.services.filter(isUnused), report.services.filter((each) => !isUnused(each))];
  return {
    recorded: new Map(report.services.map((each) => [each.service, each])),
    unusedServices: new Set(unused.map(({ service }) => service)),
    unusedActions: new Map(
      used.map(({ service, actions }) => [service, actions.filter(isUnused).map(({ action }) => action.toLowerCase())]),
    ),
  };
}

/** The same, without a word about single actions: what is taken out is then whole services. */
export function byService(use: Use): Use {
  return { ...use, unusedActions: new Map() };
}
