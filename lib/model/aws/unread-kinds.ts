import type { Undecided } from '../judgement.ts';
import type { Unit } from '../unit.ts';
import type { Unread } from '../unread.ts';
import { awsResource, regionResource } from './aws-resource.ts';

/** The kinds of things of which a region's could not be listed, each as an unknown of its own. */
export function unreadKinds(
  unit: Unit,
  kinds: readonly { readonly kind: string; readonly unread: Unread }[],
): readonly Undecided[] {
  const region = regionResource(unit);
  return kinds.map(({ kind, unread }) => {
    const resource = awsResource(unit, { type: kind, id: `${region.id}/${kind}`, name: kind });
    return { status: 'unknown', resource, unread };
  });
}
