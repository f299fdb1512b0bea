import { mfaStrengths, type AuthenticationStrength, type MfaStrength } from '../../model/entra/conditional-access.ts';
import { given, textIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';

/** The strengths that Microsoft delivers ("Conditional Access authentication strength", Microsoft Entra ID). */
const builtIn: Readonly<Record<string, MfaStrength>> = {
  '00000000-0000-0000-0000-000000000002': 'mfa',
  '00000000-0000-0000-0000-000000000003': 'passwordless',
  '00000000-0000-0000-0000-000000000004': 'phishingResistant',
};

const phishingResistant = new Set(['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor']);
const passwordless = new Set([...phishingResistant, 'deviceBasedPush']);

/** An authentication strength as a policy carries it with itself. */
export function authenticationStrengthOf(strength: JsonObject): AuthenticationStrength {
  const id = textIn(strength, 'id');
  const combinations = wordsIn(strength, 'allowedCombinations');
  const satisfied = wordIn(strength, 'requirementsSatisfied');
  const classes = new Set(combinations.map(classOf));
  const weakest = builtIn[id] ?? mfaStrengths.find((each) => classes.has(each));
  return {
    id,
    name: wordIn(strength, 'displayName') ?? id,
    ...given('isMfa', builtIn[id] === undefined ? (satisfied === undefined ? undefined : satisfied === 'mfa') : true),
    // Without its combinations, a strength of the tenant's own may be anything.
    ...(weakest !== undefined && { weakest }),
  };
}

/** Every method of a combination must be brought, so its strongest method decides. */
function classOf(combination: string): MfaStrength {
  const methods = combination.split(',').map((method) => method.trim());
  if (methods.some((method) => phishingResistant.has(method))) return 'phishingResistant';
  return methods.some((method) => passwordless.has(method)) ? 'passwordless' : 'mfa';
}
