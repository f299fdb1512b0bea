import type { PrivilegeClass } from '../aws/principal-access.ts';
import type { Text } from '../text.ts';
import type { ConnectionFact } from './connection-fact.ts';
import type { ExposureFact } from './exposure-fact.ts';
import type { SecondFactorFact } from './second-factor-fact.ts';
import type { ServiceFact } from './service-fact.ts';

/** One step of a principal's chain, as a fact. */
export interface ChainStep {
  readonly technique: string;
  readonly actor: string;
  readonly target: string;
  readonly what: Text;
}

/** One line of facts/principals.ndjson: who has access, and how much. The population of the access review. */
export interface PrincipalFact {
  readonly provider: 'aws' | 'azure' | 'entra';
  /** AWS account, Azure subscription or Entra tenant. */
  readonly account: string;
  /**
   * `identity-center-user` for people who come through IAM Identity Center; `entra-app` for service principals;
   * `azure-unknown` for who holds a role in a subscription and was not found, or not read, in the directory.
   */
  readonly kind:
    | 'iam-user'
    | 'iam-role'
    | 'identity-center-user'
    | 'entra-user'
    | 'entra-guest'
    | 'entra-app'
    | 'azure-user'
    | 'azure-guest'
    | 'azure-group'
    | 'azure-service-principal'
    | 'azure-managed-identity'
    | 'azure-unknown';
  readonly id: string;
  readonly name: string;
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
  readonly privileges: PrivilegeClass;
  /** The way to full access, for who can become an administrator. */
  readonly chain: readonly ChainStep[];
  /** What must hold for that; empty when it is proven. */
  readonly conditions: readonly string[];
  /** ISO 8601; absent when no use is on record. Of people of IAM Identity Center: when anybody last used their permission sets. */
  readonly lastUsed?: string;
  readonly created?: string;
  /** Whether a user signs in with MFA; absent for roles and where nobody could tell. */
  readonly mfa?: boolean;
  /** Present for who cannot sign in at the moment, and still holds what stands here. */
  readonly disabled?: true;
  /** Names. */
  readonly groups: readonly string[];
  readonly entitlements: {
    /** Names of policies and permission sets; of Entra, of directory roles, application permissions and delegated scopes; of Azure, of roles and where they hold. */
    readonly policies: readonly string[];
    /** Prefixes of AWS services of which some action is allowed; `*` for all. */
    readonly services: readonly string[];
  };
  /** Service-linked roles are AWS's own: nobody reviews them. */
  readonly reviewable: boolean;
}

/** Results that are worth reading by themselves, beside the findings. */
export interface Facts {
  readonly principals: readonly PrincipalFact[];
  readonly exposures: readonly ExposureFact[];
  readonly connections: readonly ConnectionFact[];
  readonly secondFactors: readonly SecondFactorFact[];
  readonly services: readonly ServiceFact[];
}

/** Nothing of anything. */
export const noFacts: Facts = { principals: [], exposures: [], connections: [], secondFactors: [], services: [] };
