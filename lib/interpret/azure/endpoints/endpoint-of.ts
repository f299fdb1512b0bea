import type { AzureEndpoint } from '../../../model/azure/endpoint.ts';
import { given, type JsonObject } from '../../json-object.ts';
import { namedIn } from '../arm-resource.ts';
import type { ReadRules } from './access-rules.ts';
import type { PublicAccess } from './public-access.ts';

/** What differs from kind to kind. */
export interface EndpointTraits extends Partial<
  Pick<AzureEndpoint, 'ports' | 'families' | 'strength' | 'ruleOperation'>
> {
  readonly kind: AzureEndpoint['kind'];
  readonly operation: string;
  readonly open: PublicAccess;
  readonly rules: ReadRules;
}

/** An endpoint as its resource names it; on 443 in IPv4 for those who sign in, where nothing else is said. */
export function endpointOf(each: JsonObject, traits: EndpointTraits): AzureEndpoint {
  const { id, name, location, tags } = namedIn(each);
  const { kind, operation, open, rules, ports = [443], families = ['ipv4'], strength = 'authenticated' } = traits;
  return {
    kind,
    id: name,
    arn: id,
    name,
    location,
    tags,
    operation,
    families,
    ports,
    strength,
    ...(open.stop && { stop: open.stop }),
    access: rules.access,
    ...given('ruleOperation', traits.ruleOperation),
    unread: [...open.unread, ...rules.unread],
  };
}
