import type { Resource } from '../resource.ts';
import { isAzureUnit, type Unit } from '../unit.ts';
import { armName } from './arm-id.ts';

/** The subscription that is judged. Throws for any other unit: a bug in the caller. */
function subscriptionOfUnit(unit: Unit): string {
  if (!isAzureUnit(unit)) throw new TypeError('an Azure resource was named in a unit that is no subscription');
  return unit.subscription;
}

/** A resource of the subscription that is judged, by its ARM id. `location` is `global` for what has none. */
export function azureResource(unit: Unit, { type, id, name = armName(id), location = 'global' }: AzureNamed): Resource {
  return { provider: 'azure', account: subscriptionOfUnit(unit), region: location || 'global', type, id, name };
}

/** What of a resource names it. */
export interface AzureNamed {
  /** `virtual-machine`, `network-security-group` … */
  readonly type: string;
  /** ARM id. */
  readonly id: string;
  /** Default: the last segment of the id. */
  readonly name?: string;
  /** `japaneast` */
  readonly location?: string;
}

/** The subscription itself, for what can only be said of it as a whole. */
export function subscriptionResource(unit: Unit): Resource {
  const subscription = subscriptionOfUnit(unit);
  return azureResource(unit, {
    type: 'azure-subscription',
    id: `/subscriptions/${subscription}`,
    name: subscription,
  });
}

/** What a subscription has of one kind, for what can only be said of the kind as a whole. */
export function subscriptionKindResource(unit: Unit, kind: string): Resource {
  const subscription = subscriptionResource(unit);
  return { ...subscription, type: kind, id: `${subscription.id}:${kind}`, name: `${subscription.name} ${kind}` };
}
