import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import { tagMap } from '../tag-map.ts';

/** What every connection says of itself: its id, name and tags, and its state. */
export function named(
  id: string,
  tags: Parameters<typeof tagMap>[0],
  state: string,
): Pick<ExternalConnection, 'id' | 'name' | 'tags' | 'state' | 'isPending'> {
  const own = tagMap(tags);
  return {
    id,
    name: own['Name'] || id,
    tags: own,
    state,
    isPending: /^(pending-?acceptance|confirming)$/i.test(state),
  };
}

/** Whether a state says that the connection is gone, was refused, or never came to be; in any service's words. */
export function isGone(state: string): boolean {
  return /^(delet|reject|fail|expired|create-failed)/i.test(state);
}
