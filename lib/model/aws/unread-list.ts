import type { SecurityGroupRule } from './security-group.ts';

/** The id of the prefix list that a rule names, where its entries were not read. */
export function unreadList({ source }: Pick<SecurityGroupRule, 'source'>): string | undefined {
  return source.kind === 'prefix-list' && !source.cidrs ? source.id : undefined;
}
