import type { Evidence } from '../judgement.ts';
import type { PrincipalAccess } from './principal-access.ts';
import type { TrustExposure } from './trust-exposure.ts';

/** The statement of a trust policy that admits somebody, in words for whom. */
export function trustEvidence(
  { arn }: Pick<PrincipalAccess, 'arn'>,
  { statement, sid }: TrustExposure,
  whom: { readonly ja: string; readonly en: string },
): Evidence {
  return {
    what: {
      ja: `信頼ポリシーの${statement + 1}番目のステートメントが ${whom.ja} を許可している`,
      en: `Statement ${statement + 1} of the trust policy admits ${whom.en}`,
    },
    operation: 'iam:GetAccountAuthorizationDetails',
    ref: `${arn}#trust/${sid ?? `statement-${statement + 1}`}`,
  };
}
