import type { AppCredential, Application, PermissionGrant, ServicePrincipal } from './application.ts';

/** Of the tenant's own, of Microsoft, or of anybody else. */
export type ApplicationClass = 'internal' | 'microsoft' | 'thirdParty';

/** Something about an application that the standard does not want. */
export type ApplicationConcern =
  | 'endedServiceStillConnected'
  | 'expiredCredential'
  | 'longLivedCertificate'
  | 'longLivedSecret'
  | 'noActivityRecord'
  | 'riskyDelegatedScope'
  | 'tenantWideDataPermission'
  | 'unapprovedService'
  | 'unusedApp'
  | 'unverifiedPublisher'
  | 'userConsent';

/** A credential, and the object that holds it. */
export interface HeldCredential extends AppCredential {
  readonly holder: { readonly kind: 'application' | 'servicePrincipal'; readonly id: string };
  readonly isExpired: boolean;
  /** Whole days from its start to its end, where both are known. */
  readonly days?: number;
  readonly isLongLived: boolean;
}

/** An application as a tenant sees it, and what it can do there. */
export interface ReviewedApplication {
  readonly appId: string;
  readonly name: string;
  /** Missing where only the registration exists. */
  readonly servicePrincipal?: ServicePrincipal;
  readonly registration?: Application;
  readonly class: ApplicationClass;
  readonly isApproved: boolean;
  /** The approved list says that its use has ended. */
  readonly endedOn?: string;
  readonly concerns: ReadonlySet<ApplicationConcern>;
  readonly credentials: readonly HeldCredential[];
  /** Names of application permissions, over everybody's data. */
  readonly permissions: readonly string[];
  readonly grants: readonly PermissionGrant[];
  /** Object ids of users who consented for themselves. */
  readonly consentedBy: readonly string[];
  readonly lastUsed?: Date;
}

/** The applications of a tenant. */
export interface ApplicationReview {
  readonly applications: readonly ReviewedApplication[];
  /** Parts that were not read, so that a concern may be missing. */
  readonly unread: { readonly grants: boolean; readonly permissions: boolean; readonly activity: boolean };
}
