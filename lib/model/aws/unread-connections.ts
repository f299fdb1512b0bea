import type { Undecided } from '../judgement.ts';
import type { Unit } from '../unit.ts';
import { regionKindResource } from './aws-resource.ts';
import type { ConnectionKind, ExternalConnections } from './external-connection.ts';

/** The kinds of connection of which nothing is known in a region, each as an unknown of its own; of `kinds` alone, where some are named. */
export function unreadConnections(
  unit: Unit,
  { unread }: ExternalConnections,
  kinds?: readonly ConnectionKind[],
): readonly Undecided[] {
  return unread
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(({ kind, operation }) => {
      const resource = regionKindResource(unit, kind);
      const message = 'the answer was not read, or has not the documented shape';
      return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
    });
}
