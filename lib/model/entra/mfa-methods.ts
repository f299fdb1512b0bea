import type { MfaStrength } from './conditional-access.ts';

/** Registered methods that a phishing site cannot relay ("userRegistrationDetails", Microsoft Graph: methodsRegistered). */
const phishingResistant = /^(fido2|passkey|windowsHelloForBusiness$|macOsSecureEnclave|x509|certificate)/i;
const passwordless = /^microsoftAuthenticatorPasswordless$/i;

/** Whether somebody with these methods can sign in with a method that a phishing site cannot relay. */
export function isPhishingResistant(methods: readonly string[]): boolean {
  return methods.some((method) => phishingResistant.test(method));
}

/** Whether somebody with these methods can do what a strength asks for; for plain MFA, Graph says it by itself. */
export function canMeet(strength: MfaStrength, methods: readonly string[]): boolean {
  if (strength === 'mfa' || isPhishingResistant(methods)) return true;
  return strength === 'passwordless' && methods.some((method) => passwordless.test(method));
}
