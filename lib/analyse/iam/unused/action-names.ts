import { actionsByService, type AccessLevel } from '../catalogue/action-catalogue.ts';

/** An action of the catalogue, also as patterns are matched against it. */
export interface ActionName {
  /** `iam:PassRole`. */
  readonly id: string;
  /** `iam:passrole`. */
  readonly lower: string;
  readonly level: AccessLevel;
}

const known = new Map<string, readonly ActionName[]>();

/** The actions of a service (prefix in lower case) in the order of their names; none of a service nobody knows. */
export function actionNames(service: string): readonly ActionName[] {
  const names = known.get(service) ?? namesOf(service);
  known.set(service, names);
  return names;
}

function namesOf(service: string): readonly ActionName[] {
  const actions = (actionsByService.get(service) ?? []).map(({ id, level }) => ({
    id,
    lower: id.toLowerCase(),
    level,
  }));
  return actions.toSorted((a, b) => (a.lower < b.lower ? -1 : 1));
}
