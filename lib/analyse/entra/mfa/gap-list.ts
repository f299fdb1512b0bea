import { gapCodes, type GapCode, type MfaGap } from '../../../model/entra/mfa-coverage.ts';

/** Reasons as they are found, each once with all the policies that it holds of. */
export class GapList {
  private readonly found = new Map<GapCode, Map<string, { readonly id: string; readonly name: string }>>();

  /** Adds a reason, and the policy that it is about, if it is about one. */
  add(code: GapCode, policy?: { readonly id: string; readonly name: string }): void {
    const policies = this.found.get(code) ?? new Map();
    this.found.set(code, policies);
    if (policy) policies.set(policy.id, { id: policy.id, name: policy.name });
  }

  /** The reasons in the order of {@link gapCodes}. */
  list(): readonly MfaGap[] {
    return gapCodes.flatMap((code) => {
      const policies = this.found.get(code);
      return policies ? [{ code, policies: [...policies.values()] }] : [];
    });
  }
}
