import type { ServiceInUse } from '../model/azure/service-in-use.ts';
import type { ServiceFact } from '../model/facts/service-fact.ts';

/** What a subscription uses, as facts. A type that the standard lets come along is approved of. */
export function azureServiceFacts(subscription: string, services: readonly ServiceInUse[]): readonly ServiceFact[] {
  return services.map(({ service, type, location, count, examples, ...said }) => ({
    provider: 'azure',
    account: subscription,
    region: location,
    service,
    type,
    count,
    examples,
    ...(said.isTypeApproved !== undefined && { approved: said.isTypeApproved || said.isIgnored }),
    ...(said.isLocationApproved !== undefined && { regionApproved: said.isLocationApproved }),
    automatic: said.isAutomatic || said.isIgnored,
  }));
}
