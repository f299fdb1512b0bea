import { listOf, objectsIn, rawPolicy, isObject } from './raw-policy.ts';

/**
 * Whether a resource policy has a statement that allows and names no principal in particular: only then can it let in
 * somebody who says nothing of himself. Conditions are not looked at, so more may be named than are let in.
 */
export function namesEverybody(document: unknown): boolean {
  return objectsIn(rawPolicy(document), 'Statement').some((statement) => {
    if (statement['Effect'] === 'Deny') return false;
    if (statement['NotPrincipal'] !== undefined) return true;
    const principal = statement['Principal'];
    return listOf(isObject(principal) ? principal['AWS'] : principal).includes('*');
  });
}
