import type { CollectOptions } from '../collect/aws/collect-account.ts';
import { endedServices } from '../evaluate/ended-services.ts';
import { worthAttributing } from '../evaluate/worth-attributing.ts';
import type { Standard } from '../model/standard.ts';

/** What whoever starts a run says of how far it looks for services in use. */
export interface DiscoveryAsked {
  /** Whether Cost Explorer is asked; absent: as the standard says. */
  readonly billing?: boolean;
}

/** Whether a run asks Cost Explorer, which costs money. */
export function asksBilling(
  { billing }: DiscoveryAsked,
  standard: Standard,
  operations: ReadonlySet<string> | undefined,
): boolean {
  return (billing ?? standard.discovery.billing) && (operations?.has('ce:GetCostAndUsage') ?? true);
}

/**
 * How far an account is searched. What ended services left is looked for where there are any. Where neither a register nor a
 * list of regions is, no use is one that nobody approved.
 */
export function discoveryOptions(
  asked: DiscoveryAsked,
  standard: Standard,
  { account, now }: { readonly account: string; readonly now: Date },
): Pick<CollectOptions, 'billing' | 'attribute' | 'hasEnded'> {
  const { register, approved, discovery } = standard;
  const isHeld = register.length + approved.regions.length > 0;
  return {
    billing: asked.billing ?? discovery.billing,
    ...(register.length > 0 && { hasEnded: endedServices(standard, now)(account) }),
    ...(discovery.attribution && isHeld && { attribute: worthAttributing(standard, now)(account) }),
  };
}
