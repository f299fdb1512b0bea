/** Whether a service of the register may be used. */
export const registerStates = ['approved', 'conditional', 'retiring', 'retired', 'forbidden'] as const;

/** One of {@link registerStates}. */
export type RegisterState = (typeof registerStates)[number];

/** By what a service is recognised in what a scan sees. */
export interface DetectionKeys {
  /** Prefixes of AWS services, as in IAM actions: `bedrock`, `s3`. */
  readonly aws: readonly string[];
  /** Types of Azure resources, in any case, `*` for anything: `Microsoft.CognitiveServices/*`. */
  readonly azure: readonly string[];
  /** Application (client) ids of enterprise applications: GUIDs in lower case. */
  readonly entra: readonly string[];
  /** Accounts, subscriptions and tenants of the provider: twelve digits, or GUIDs in lower case. */
  readonly tenants: readonly string[];
}

/** That somebody looked into something, and where the record is. */
export interface Checked {
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  /** Number or place of the record. */
  readonly reference?: string;
}

/** Evidence of a third party about the provider's security. */
export interface Certificate {
  /** `ISMAP`, `ISO/IEC 27001`, `SOC 2` … */
  readonly scheme: string;
  readonly reference?: string;
  /** Last day (ISO date) of its validity. */
  readonly validUntil?: string;
}

/** A row of the register of approved cloud services (承認済みクラウドサービス台帳). */
export interface RegisterEntry {
  /** Number of the row (管理番号), chosen by the organisation; each once. */
  readonly id: string;
  readonly name: string;
  /** Who provides it. */
  readonly provider: string;
  readonly kind?: 'IaaS' | 'PaaS' | 'SaaS';
  readonly purpose?: string;
  /** Who answers for it. */
  readonly owner?: string;
  readonly departments: readonly string[];
  /** What information it may hold, in the organisation's own words. */
  readonly classification?: string;
  /** Where its data may be, in words. */
  readonly dataLocations: readonly string[];
  /** How people sign in, in words. */
  readonly signIn?: string;
  readonly keys: DetectionKeys;
  /** Regions and locations in which it is approved; empty: everywhere. */
  readonly regions: readonly string[];
  /** Accounts, subscriptions and tenants in which it is approved; empty: all. */
  readonly accounts: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly contractCheck?: Checked;
  readonly securityCheck?: Checked;
  readonly approval?: Checked;
  /** Last day (ISO date) of the approval. */
  readonly validUntil?: string;
  /** Day (ISO date) by which the contract and its security are looked into again. */
  readonly nextReview?: string;
  readonly state: RegisterState;
  /** Under what it is approved. */
  readonly conditions?: string;
  /** Last day (ISO date) of its use; what is left after it must be deleted. */
  readonly endedOn?: string;
  readonly note?: string;
}
