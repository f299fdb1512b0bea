import { mainService } from './service-names.ts';
import { globalRegion } from '../unit.ts';
import { prefixOfArnService, prefixOfType } from './service-prefix.ts';

/** A service in a region: what a resource is evidence of. */
export interface PlaceOfUse {
  /** Prefix of its IAM actions. */
  readonly service: string;
  /** `global` for what stands nowhere. */
  readonly region: string;
}

/**
 * Services whose resources stand in no region, though one region answers for them ("AWS services by Region and global
 * services", AWS Fault Isolation Boundaries). Their ARNs have no region; so have those of S3, whose buckets stand in one.
 */
const globalServices: ReadonlySet<string> = new Set([
  'account',
  'budgets',
  'ce',
  'cloudfront',
  'globalaccelerator',
  'iam',
  'networkmanager',
  'organizations',
  'route53',
  'route53-recovery-control-config',
  'route53-recovery-readiness',
  'route53domains',
  'savingsplans',
  'shield',
  'support',
  'waf',
]);

/** Of an ARN that a region told; undefined of what is none. */
export function placeOfArn(arn: string, toldBy: string): PlaceOfUse | undefined {
  const [start, , service, region] = arn.split(':');
  if (start !== 'arn' || !service) return undefined;
  return placeOf(prefixOfArnService(service), region || toldBy);
}

/** Of a CloudFormation type that a region counts. */
export function placeOfType(type: string, toldBy: string): PlaceOfUse {
  return placeOf(prefixOfType(type), toldBy);
}

/** Of a resource as Resource Explorer shows it: its service is that of the ARN. */
export function placeOfResource(service: string, region: string): PlaceOfUse {
  return placeOf(prefixOfArnService(service), region);
}

/** Of a service by the prefix of its IAM actions. */
export function placeOf(prefix: string, region: string): PlaceOfUse {
  const service = mainService(prefix);
  return { service, region: globalServices.has(service) ? globalRegion : region };
}
