import type { IamRole, IamUser } from '../../../model/aws/iam-entities.ts';
import type { AccessReport } from '../../../model/aws/last-accessed.ts';
import type { PrincipalUse, UnusedService } from '../../../model/aws/unused-permissions.ts';
import { actionsByService, type AccessLevel } from '../catalogue/action-catalogue.ts';
import type { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { actionNames } from './action-names.ts';
import { grantedServices, type Granted } from './granted-services.ts';
import type { HeldDocument } from './held-documents.ts';
import { policyChanges } from './policy-changes.ts';
import type { Use } from './use.ts';

/** IAM keeps at least so many days ("Refine permissions in AWS using last accessed information", IAM User Guide). */
const trackedDays = 400;

/** What is known of one principal, and what all principals of an account share. */
interface Known {
  readonly held: readonly HeldDocument[];
  readonly use: Use;
  readonly matchers: ActionMatchers;
}

/** What one user or role is allowed, what of it was used, and the policies that allow only that. */
export function principalUse(
  principal: IamUser | IamRole,
  report: AccessReport,
  { held, use, matchers }: Known,
): PrincipalUse {
  const { arn, name, created } = principal;
  const kind = 'groups' in principal ? 'user' : 'role';
  const statements = held
    .filter(({ isFresh }) => !isFresh)
    .flatMap(({ policy, document }) => compilePolicy(policy, document, matchers).statements);
  const granted = grantedServices(statements);
  const tracked = trackedChanging(report, use, granted);
  const trackingStart = new Date(report.made.getTime() - trackedDays * 86_400_000);
  return {
    arn,
    name,
    kind,
    from: created > trackingStart ? created : trackingStart,
    to: report.made,
    granularity: report.granularity,
    ...servicesOf(use, granted),
    changing: tracked.length,
    unusedChanging: tracked.filter((action) =>
      use.unusedActions.get(action.split(':')[0] ?? '')?.includes(action.toLowerCase()),
    ),
    ...policyChanges(held, kind, use),
  };
}

function servicesOf(use: Use, granted: Granted): Pick<PrincipalUse, 'usedServices' | 'unusedServices' | 'unrecorded'> {
  const recorded = [...use.recorded.values()].toSorted((a, b) => (a.service < b.service ? -1 : 1));
  const unusedServices = recorded.flatMap(({ service, name, lastUsed }): UnusedService[] => {
    const level = use.unusedServices.has(service) ? granted.levelOf(service) : undefined;
    return level ? [{ service, name, level, ...(lastUsed && { lastUsed }) }] : [];
  });
  return {
    usedServices: recorded.flatMap(({ service }) => (use.unusedServices.has(service) ? [] : [service])),
    unusedServices,
    unrecorded: [...actionsByService.keys()].filter(
      (service) => !use.recorded.has(service) && granted.reaches(service),
    ),
  };
}

const changes: ReadonlySet<AccessLevel> = new Set<AccessLevel>(['P', 'T', 'W']);

/** The tracked actions of used services that are allowed and change something. */
function trackedChanging({ services }: AccessReport, use: Use, granted: Granted): readonly string[] {
  return services.flatMap(({ service, actions }) => {
    if (use.unusedServices.has(service)) return [];
    const changing = new Set(actionNames(service).flatMap(({ lower, level }) => (changes.has(level) ? [lower] : [])));
    return actions
      .map(({ action }) => action)
      .filter((each) => {
        const action = each.toLowerCase();
        return changing.has(action) && granted.has(action);
      });
  });
}
