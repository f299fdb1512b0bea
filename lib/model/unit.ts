/** The global services of an AWS account (`region` is `"global"`), or one region of it. */
export interface AwsUnit {
  readonly provider: 'aws';
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** An AWS organization, as its management account sees it. */
export interface AwsOrganizationUnit {
  readonly provider: 'aws';
  /** `o-…` */
  readonly organization: string;
}

/** An Azure subscription. */
export interface AzureUnit {
  readonly provider: 'azure';
  readonly subscription: string;
}

/** A Microsoft Entra tenant. */
export interface EntraUnit {
  readonly provider: 'entra';
  readonly tenant: string;
}

/** What one snapshot document describes. */
export type Unit = AwsUnit | AwsOrganizationUnit | AzureUnit | EntraUnit;

/** The region that stands for an AWS account's global services. */
export const globalRegion = 'global';

/** The unit as a path of lower-case words, the key of its document in every store: `aws/111122223333/eu-west-1`. */
export function unitPath(unit: Unit): string {
  if ('account' in unit) return `aws/${unit.account}/${unit.region}`;
  if ('organization' in unit) return `aws/${unit.organization}`;
  if ('subscription' in unit) return `azure/${unit.subscription}`;
  return `entra/${unit.tenant}`;
}

/** The tenant that a unit belongs to (an account with all its regions is one tenant): `aws/111122223333`. */
export function tenantPath(unit: Unit): string {
  return 'account' in unit ? `aws/${unit.account}` : unitPath(unit);
}

/** Whether a unit is a tenant of Microsoft Entra. */
export function isEntraUnit(unit: Unit): unit is EntraUnit {
  return unit.provider === 'entra';
}

/** Whether a unit is an Azure subscription. */
export function isAzureUnit(unit: Unit): unit is AzureUnit {
  return unit.provider === 'azure';
}

/** Whether a unit is an AWS account or a region of one. */
export function isAwsUnit(unit: Unit): unit is AwsUnit {
  return 'account' in unit;
}
