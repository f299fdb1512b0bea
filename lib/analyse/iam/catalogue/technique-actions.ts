import actions from './technique-actions.json' with { type: 'json' };

/** What a call names and carries ("Actions, resources, and condition keys", Service Authorization Reference). */
export interface TechniqueAction {
  /** ARN templates (`*` is open) of which each must be allowed. */
  readonly required: readonly string[];
  /** ARN templates that count only when the call names such a resource. */
  readonly optional: readonly string[];
  /** Condition keys of the action, in lower case; one that ends in `/` stands for all that begin so. */
  readonly keys: readonly string[];
}

const known: Readonly<Record<string, TechniqueAction>> = actions;

/** What is known of an action (in lower case) that escalation techniques use. */
export function techniqueAction(action: string): TechniqueAction | undefined {
  return known[action];
}

/** Every action that escalation techniques use, in lower case, in order. */
export const techniqueActions: readonly string[] = Object.keys(known);
