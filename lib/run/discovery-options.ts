import type { CollectOptions } from '../collect/aws/collect-account.ts';
import type { Attribute } from '../collect/aws/operation.ts';
import type { Standard } from '../model/standard.ts';

/** What whoever starts a run says of how far it looks for services in use. */
export interface DiscoveryAsked {
  /** Whether Cost Explorer is asked; absent: as the standard says. */
  readonly billing?: boolean;
  /** What of an account is worth asking CloudTrail about; absent: nothing. */
  readonly attribute?: (account: string) => Attribute;
}

/** Whether a run asks Cost Explorer, which costs money. */
export function asksBilling(
  { billing }: DiscoveryAsked,
  standard: Standard,
  operations: ReadonlySet<string> | undefined,
): boolean {
  return (billing ?? standard.discovery.billing) && (operations?.has('ce:GetCostAndUsage') ?? true);
}

/** How far an account is searched. Without a register, no service is one that nobody approved. */
export function discoveryOptions(
  asked: DiscoveryAsked,
  standard: Standard,
  account: string,
): Pick<CollectOptions, 'billing' | 'attribute'> {
  const attributes = standard.discovery.attribution && standard.register.length > 0;
  return {
    billing: asked.billing ?? standard.discovery.billing,
    ...(attributes && asked.attribute && { attribute: asked.attribute(account) }),
  };
}
