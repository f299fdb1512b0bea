import { actionPattern } from './action-pattern.ts';
import { parseCondition, type Condition } from './condition-syntax.ts';
import { roleWrite } from './escalation-actions.ts';

/**
 * What a condition leaves of the right to assign roles: `harmless` roles only; any (`free`); or nobody can say (`unclear`),
 * which must be taken for free.
 */
export type WriteLimit = 'harmless' | 'free' | 'unclear';

/** Roles that give roles to others. */
export const roleGivers: readonly string[] = [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
];
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
/** Stands for any role that nobody thought of. */
const anyRole = 'ffffffff-ffff-4fff-bfff-fffffffffffe';

/**
 * Whether a condition keeps its holder from assigning privileged roles. Each privileged role is tried. A list of what may
 * be assigned must also leave out Contributor; a list of what may not need not. `wideRoles`: custom roles as wide.
 */
export function writeLimit(text: string, wideRoles: readonly string[]): WriteLimit {
  const condition = parseCondition(text);
  if (!condition) return 'unclear';
  const allows = (role: string): boolean => truth(condition, role) !== false;
  if ([...roleGivers, ...wideRoles].some(allows)) return 'free';
  return !allows(anyRole) && allows(contributor) ? 'free' : 'harmless';
}

/** Whether a role can be assigned: undefined where it depends on something else, which whoever assigns may choose. */
function truth(condition: Condition, role: string): boolean | undefined {
  switch (condition.kind) {
    case 'open':
      return undefined;
    case 'action':
      return actionPattern(condition.pattern)(roleWrite);
    case 'not': {
      const part = truth(condition.part, role);
      return part === undefined ? undefined : !part;
    }
    case 'and':
      return combined(condition.parts, role, false);
    case 'or':
      return combined(condition.parts, role, true);
    case 'compare':
      return compared(condition, role);
  }
}

/** `decides` is the answer that settles the whole: false of `and`, true of `or`. */
function combined(parts: readonly Condition[], role: string, decides: boolean): boolean | undefined {
  const answers = new Set(parts.map((part) => truth(part, role)));
  if (answers.has(decides)) return decides;
  return answers.has(undefined) ? undefined : !decides;
}

/** Of a request to assign, only the role that is asked for is tried; there is no resource yet to look at. */
function compared(
  { left, operator, values }: Extract<Condition, { kind: 'compare' }>,
  role: string,
): boolean | undefined {
  if (!/^@request\[microsoft\.authorization\/roleassignments:roledefinitionid\]$/i.test(left)) return undefined;
  const [, quantifier, test = ''] = /^(?:forany|forall)?(?:of(any|all)values:)?(\w+)$/.exec(operator) ?? [];
  const isNegative = /^(guid|string)notequals(ignorecase)?$/.test(test);
  if (!isNegative && !/^(guid|string)equals(ignorecase)?$/.test(test)) return undefined;
  const fits = (value: string): boolean => (value.toLowerCase() === role) !== isNegative;
  return quantifier === 'all' ? values.every(fits) : values.some(fits);
}
