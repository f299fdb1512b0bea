import type { UnusedService } from '../../../model/aws/unused-permissions.ts';
import type { AccessLevel } from '../catalogue/action-catalogue.ts';
import { actionsNamed, servicesOf } from '../catalogue/action-set.ts';
import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { deniesEverywhere } from '../policy/denies-everywhere.ts';
import { actionNames } from './action-names.ts';

/** Which actions a principal's policies allow somewhere, and how strong they are. */
export interface Granted {
  /** Whether an action (in lower case) is allowed on some resource. */
  has(action: string): boolean;
  /** The strongest thing that is allowed in a service; undefined when nothing is. */
  levelOf(service: string): UnusedService['level'] | undefined;
  /** Whether anything is allowed in a service of the catalogue. */
  reaches(service: string): boolean;
}

/**
 * What the Allow statements allow, less what is denied for every resource without a condition. Other denials, boundaries
 * and the organization's policies are not weighed: IAM's own report does not weigh them either.
 */
export function grantedServices(statements: readonly CompiledStatement[]): Granted {
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  const denying = statements.filter(deniesEverywhere);
  const has = (action: string): boolean =>
    allowing.some(({ actions }) => actions.has(action)) && !denying.some(({ actions }) => actions.has(action));
  const reached = new Set(servicesOf(actionsNamed(allowing)));
  const grants = (service: string, levels: readonly AccessLevel[]): boolean =>
    reached.has(service) &&
    actionNames(service).some(
      // The use of iam:PassRole is no call of its own, and not tracked: it is no sign that the service is held in vain.
      ({ lower, level }) => levels.includes(level) && lower !== 'iam:passrole' && has(lower),
    );
  return {
    has,
    levelOf(service) {
      // A service that the catalogue does not know yet: nobody can say that its actions are harmless.
      if (actionNames(service).length === 0) return 'writes';
      if (grants(service, ['P'])) return 'permissions';
      if (grants(service, ['W', 'T'])) return 'writes';
      return grants(service, ['R', 'L']) ? 'reads' : undefined;
    },
    reaches: (service) => grants(service, ['L', 'R', 'W', 'T', 'P']),
  };
}
