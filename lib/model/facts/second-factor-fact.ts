import type { MfaStrength } from '../entra/conditional-access.ts';
import type { GapCode, MfaEnforcement, MfaStatus, SignInSituation } from '../entra/mfa-coverage.ts';

/** One line of facts/second-factors.ndjson: whether a user of a tenant gets in without a second factor, and why. */
export interface SecondFactorFact {
  readonly provider: 'entra';
  /** Tenant id. */
  readonly account: string;
  readonly id: string;
  readonly name: string;
  readonly guest: boolean;
  /** Whether the user can control the tenant; absent where privileges were not read. */
  readonly privileged?: boolean;
  readonly enforcement: MfaEnforcement;
  readonly status: MfaStatus;
  readonly strength?: MfaStrength;
  /** Whether a usable method is registered; absent where nobody could tell. */
  readonly registered?: boolean;
  readonly methods: readonly string[];
  /** Why a sign-in is open, and the names of the policies that it is true of. */
  readonly gaps: readonly { readonly code: GapCode; readonly policies: readonly string[] }[];
  /** A sign-in without a second factor, as an example. */
  readonly open?: SignInSituation;
}
