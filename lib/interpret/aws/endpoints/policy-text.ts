import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import { policyDocument } from '../policy-document.ts';

/** A resource policy from its JSON; undefined where there is none. Throws a TypeError for anything else. */
export function policyText(text: string | undefined, field: string): PolicyDocument | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return policyDocument(text, field);
  } catch (error) {
    throw new TypeError(`${field} is not a policy document`, { cause: error });
  }
}
