import type { RegisterEntry } from './register.ts';
import type { Locale } from './text.ts';

/** Days that decide when something is stale or too old. All are whole days. */
export interface Thresholds {
  /** Unused for longer than this is stale. */
  readonly staleDays: number;
  /** A user, role or key younger than this is not called stale. */
  readonly graceDays: number;
  /** An access key older than this must be rotated. */
  readonly accessKeyAgeDays: number;
  /** The root user must not have been used within this many days. */
  readonly rootUnusedDays: number;
}

/** What a password policy must demand at least. */
export interface PasswordRules {
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  /** How many earlier passwords may not be used again; 0 does not ask for it. */
  readonly reusePrevention: number;
}

/** How the owner of a resource is found. */
export interface Owners {
  /** Tags whose value names the owner; keys are case-sensitive, as AWS's are. */
  readonly tagKeys: readonly string[];
}

/** What a VPN tunnel may negotiate, in AWS's words; of other clouds their equivalent. */
export interface VpnRules {
  /** `ikev1`, `ikev2` */
  readonly ikeVersions: readonly string[];
  /** `AES256`, `AES256-GCM-16` … */
  readonly encryption: readonly string[];
  /** `SHA2-256` … */
  readonly integrity: readonly string[];
  /** Numbers of Diffie-Hellman groups. */
  readonly dhGroups: readonly number[];
}

/** How connections must be encrypted. */
export interface NetworkRules {
  /** The oldest version of TLS that a listener may speak. */
  readonly minimumTls: '1.2' | '1.3';
  readonly vpn: VpnRules;
}

/** Which resources an allowed port is allowed to; all that is given must fit. */
export interface PortSelector {
  /** Values by key; `*` stands for any value. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly accounts?: readonly string[];
  /** Ids of organizational units (`ou-…`) or of the root. */
  readonly organizationalUnits?: readonly string[];
}

/** A port that may be open to the internet. */
export interface AllowedPort {
  readonly protocol: 'tcp' | 'udp';
  readonly fromPort: number;
  readonly toPort: number;
  /** CIDR blocks from which alone it is allowed; without them, from everywhere. */
  readonly sources?: readonly string[];
  readonly resources?: PortSelector;
  /** Allowed only behind a load balancer, or at it. */
  readonly loadBalancerOnly?: boolean;
  readonly reason?: string;
  readonly owner?: string;
  /** Last day (ISO date) on which the port is allowed; without it, always. */
  readonly until?: string;
}

/** An account outside the organization that roles may trust, or networks be connected with. */
export interface TrustedAccount {
  /** Twelve digits; a GUID in lower case for an Azure subscription or an Entra tenant. */
  readonly id: string;
  /** Who it belongs to. */
  readonly name: string;
}

/** Which AWS accounts are scanned, and as whom. */
export interface AwsTenants {
  /** Account ids, `"organization"` for all accounts of the organization, or `"self"` for the caller's own. */
  readonly accounts: readonly string[] | 'organization' | 'self';
  /** Name of the role assumed in accounts other than the caller's own. */
  readonly role: string;
  readonly externalId?: string;
  /** Regions to scan; absent means every enabled region. */
  readonly regions?: readonly string[];
}

/** The national clouds of Microsoft ("National cloud deployments", Microsoft Graph). */
export const entraClouds = ['global', 'us-government', 'us-government-dod', 'china'] as const;

/** One of {@link entraClouds}. */
export type EntraCloud = (typeof entraClouds)[number];

/**
 * How a scan signs in to a tenant: as the developer who runs it (az login and the like); as an application, with a secret
 * or a certificate that AWS Secrets Manager keeps; or as an application that trusts the AWS role of the scan, without any
 * secret.
 */
export type EntraSignIn =
  | { readonly with: 'developer' }
  | {
      readonly with: 'secret' | 'certificate';
      /** Application (client) id. */
      readonly clientId: string;
      /** ARN of the secret: the client secret itself, or a PEM with the certificate and its private key. */
      readonly secretArn: string;
    }
  | { readonly with: 'federation'; readonly clientId: string };

/** A Microsoft Entra tenant that is scanned, and as whom. */
export interface EntraTenant {
  /** Directory (tenant) id: a GUID in lower case. */
  readonly id: string;
  /** What reports call it. */
  readonly name?: string;
  readonly cloud: EntraCloud;
  readonly signIn: EntraSignIn;
}

/** What holds in Entra tenants alone. */
export interface EntraRules {
  /** Emergency access accounts: object ids or user principal names, as declared; nobody guesses them. */
  readonly emergencyAccounts: readonly string[];
  /** Words of account names that belong to nobody in particular; none: those that Tenken delivers. */
  readonly genericNames: readonly string[];
  /** How many people may be Global Administrator, active and eligible together. */
  readonly globalAdministrators: { readonly least: number; readonly most: number };
  /** An invitation that nobody accepted within so many days has expired. */
  readonly pendingInviteDays: number;
  /** How long a client secret may be valid at most. */
  readonly secretDays: number;
  /** How long a certificate may be valid at most. */
  readonly certificateDays: number;
}

/** Azure subscriptions that are scanned, and as whom: those that one tenant holds. */
export interface AzureTenant {
  /** Directory (tenant) id: a GUID in lower case. */
  readonly tenant: string;
  /** Ids of subscriptions, or `"all"` that the scan sees. */
  readonly subscriptions: readonly string[] | 'all';
  /** Only subscriptions below this management group. */
  readonly managementGroup?: string;
  /** Without them: those of the same tenant under `tenants.entra`, else the global cloud and the developer's login. */
  readonly cloud?: EntraCloud;
  readonly signIn?: EntraSignIn;
}

/** What holds in Azure subscriptions alone. */
export interface AzureRules {
  /** How many people may own a subscription. */
  readonly owners: { readonly most: number };
}

/** What of Azure may be used; an empty list does not restrict. Words are compared without case. */
export interface ApprovedAzure {
  /** Resource types, `*` for anything: `Microsoft.Compute/*`, `Microsoft.KeyVault/vaults`. */
  readonly types: readonly string[];
  /** `japaneast` */
  readonly locations: readonly string[];
  /** Types that come along by themselves and are nobody's choice. */
  readonly ignoredTypes: readonly string[];
}

/** An application that may be used in a tenant. */
export interface ApprovedApplication {
  /** Application (client) id: display names are anybody's to choose. */
  readonly appId: string;
  /** The tenant that publishes it; without it, whichever does. */
  readonly publisherTenant?: string;
  readonly name: string;
  readonly reason?: string;
  readonly owner?: string;
  /** Last day (ISO date) of its use: after it, nothing of it may be left. */
  readonly until?: string;
}

/** An approved deviation, with an owner and an end. Patterns are exact, or globs (`*`) anchored at both ends. */
export interface Exception {
  readonly id: string;
  readonly checks: readonly string[];
  readonly account?: string;
  readonly region?: string;
  /** Resource id (an ARN), its last part, or name. */
  readonly resource?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approvedBy: string;
  /** Last day (ISO date) of validity. */
  readonly expires: string;
}

/** Where and when the deployed scan runs, and whom it tells. */
export interface Deployment {
  /** Cron expression of EventBridge Scheduler, without `cron()`: `0 6 * * ? *`. */
  readonly schedule: string;
  /** IANA time zone of the schedule. */
  readonly timeZone: string;
  readonly notify: readonly string[];
  readonly evidenceDays: number;
  /** `o-…`: members are trusted and reachable only within it. */
  readonly organizationId?: string;
}

/** What a scan may spend to find out what is in use. */
export interface Discovery {
  /** Ask Cost Explorer what is billed: AWS charges each request. */
  readonly billing: boolean;
  /** Ask CloudTrail who uses what nobody approved. */
  readonly attribution: boolean;
}

/** An organisation's own security standard, as `standard.yaml` says it. */
export interface Standard {
  readonly locale: Locale;
  readonly organisation: string;
  readonly thresholds: Thresholds;
  readonly passwords: PasswordRules;
  readonly owners: Owners;
  readonly network: NetworkRules;
  readonly allowedPorts: readonly AllowedPort[];
  readonly approved: {
    readonly services: readonly string[];
    readonly regions: readonly string[];
    /** Enterprise applications of third parties. */
    readonly applications: readonly ApprovedApplication[];
    readonly azure: ApprovedAzure;
  };
  /** Services that the organisation knows of; empty: nobody keeps a register, and nothing is held against it. */
  readonly register: readonly RegisterEntry[];
  readonly discovery: Discovery;
  readonly azure: AzureRules;
  readonly entra: EntraRules;
  readonly tenants: {
    readonly aws: AwsTenants;
    readonly azure: readonly AzureTenant[];
    readonly entra: readonly EntraTenant[];
  };
  readonly trustedAccounts: readonly TrustedAccount[];
  readonly exceptions: readonly Exception[];
  /** Checks that do not run, by id. */
  readonly disabledChecks: readonly string[];
  readonly deployment: Deployment;
}
