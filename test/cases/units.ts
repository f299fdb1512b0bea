import { globalRegion } from '../../lib/model/unit.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';

/** The unit of an account's global services, with these answers. */
export function globalUnit(account: string, collectedAt: string, responses: Snapshot['responses']): Snapshot {
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', account, region: globalRegion },
    collectedAt,
    responses,
    errors: [],
  };
}

/** The unit of one region, with these answers. */
export function regionUnit(
  account: string,
  region: string,
  collectedAt: string,
  responses: Snapshot['responses'],
): Snapshot {
  return { schema: snapshotSchema, unit: { provider: 'aws', account, region }, collectedAt, responses, errors: [] };
}
