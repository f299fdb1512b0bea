import type { IdentityCenter } from '../model/aws/identity-center.ts';
import type { OrganizationAccess } from '../model/aws/organization-access.ts';
import type { Organization } from '../model/aws/organization.ts';
import type { Standard } from '../model/standard.ts';
import type { AnalysedPart, InterpretedPart, Parts, SubjectKind, UnitOf } from '../model/parts.ts';
import type { AwsUnit, AzureUnit, EntraUnit } from '../model/unit.ts';
import type { Unread } from '../model/unread.ts';

/** What an analysis is made from: parts of a unit, as far as they were read. */
interface Sources<U> {
  /** The tenant, the subscription, the account's global unit, or the region's. */
  readonly unit: U;
  /** When the unit was collected. */
  readonly asOf: Date;
  readonly standard: Standard;
  /** A part of the unit, or of the account that it belongs to; undefined when it was not read. */
  part<N extends InterpretedPart>(name: N): Parts[N] | undefined;
  /** Why such a part was not read; undefined when it was. */
  unread(name: InterpretedPart): Unread | undefined;
}

/** What an analysis of a tenant of Microsoft Entra is made from. */
export type EntraSources = Sources<EntraUnit>;

/** What an analysis of an Azure subscription is made from. */
export type AzureSources = Sources<AzureUnit>;

/** A part as one region has it. */
export interface RegionPart<N extends InterpretedPart> {
  readonly region: string;
  readonly value?: Parts[N];
  readonly unread?: Unread;
}

/** What an analysis of an account, or of one of its regions, is made from. */
export interface AnalysisSources extends Sources<AwsUnit> {
  /** Twelve digits. */
  readonly account: string;
  /** The account's organization; `none` when it is in none, undefined when nobody could tell. */
  readonly organization: Organization | 'none' | undefined;
  /** Who comes through IAM Identity Center; undefined when nobody could tell. */
  readonly identityCenter: IdentityCenter | undefined;
  /** What the organization's accounts tried to use; undefined when nobody could tell. */
  readonly organizationAccess: OrganizationAccess | undefined;
  /** A part of each region where it was read. */
  regional<N extends InterpretedPart>(name: N): readonly Parts[N][];
  /** A part of each region that was collected: the value, or why it was not read; neither where nobody meant to. */
  inRegions<N extends InterpretedPart>(name: N): readonly RegionPart<N>[];
}

/** What an analysis of tenants of any provider is made from. */
export type AnySources = AnalysisSources | AzureSources | EntraSources;

/** What an analysis gets. */
export type SourcesOf<N extends AnalysedPart> = N extends `any.${string}`
  ? AnySources
  : UnitOf<N> extends EntraUnit
    ? EntraSources
    : UnitOf<N> extends AzureUnit
      ? AzureSources
      : AnalysisSources;

/** How one part is worked out from others. */
export interface AnalysisDefinition<N extends AnalysedPart> {
  readonly per: SubjectKind;
  /** Parts of the account or region without which nothing can be said. */
  readonly requires: readonly InterpretedPart[];
  /** Parts of the account, of the region, or of all the account's regions, that make it better. */
  readonly uses: readonly InterpretedPart[];
  /** Operations beside those of parts whose answers make it better: they tell of the organization. */
  readonly answers?: readonly string[];
  /** Pure. What `requires` names was read. */
  analyse(sources: SourcesOf<N>): Parts[N];
}
