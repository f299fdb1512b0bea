import type { AnalysisDefinition } from '../../analysis.ts';

/** `azure.subscriptionRemains`: the state of a subscription, and how much it still holds. */
export const subscriptionRemains: AnalysisDefinition<'azure.subscriptionRemains'> = {
  per: 'azure-subscription',
  requires: ['azure.knownSubscriptions'],
  uses: ['azure.resources', 'azure.storedData'],
  analyse: ({ part, unread, unit }) => {
    const data = part('azure.storedData');
    const parts = (['azure.resources', 'azure.storedData'] as const).flatMap((each) => unread(each) ?? []);
    // Where no vault stands there is no backup in one.
    const kinds = data?.unread.filter(({ types }) => !types.includes('microsoft.recoveryservices/vaults')) ?? [];
    return {
      subscription: part('azure.knownSubscriptions')?.find(({ id }) => id === unit.subscription),
      resources: part('azure.resources')?.length,
      stored: data?.things.length ?? 0,
      unread: [...parts, ...kinds.map(({ unread: gap }) => gap)],
    };
  },
};
