import type { ActionMatcher } from '../policy/action-matcher.ts';
import catalogue from './actions.json' with { type: 'json' };

/** How strong an action is: permissions management, tagging, write, read, list. */
export type AccessLevel = 'P' | 'T' | 'W' | 'R' | 'L';

/** One action of AWS. */
export interface CatalogueAction {
  /** `iam:PassRole`. */
  readonly id: string;
  readonly level: AccessLevel;
}

const services: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>> = catalogue.services;

/** Every action of AWS, by service prefix ("Service Authorization Reference", from the package that NOTICE names). */
export const actionsByService: ReadonlyMap<string, readonly CatalogueAction[]> = new Map(
  Object.entries(services).map(([service, levels]) => [
    service,
    Object.entries(levels).flatMap(([level, names]) =>
      (names ?? '').split(' ').map((name) => ({ id: `${service}:${name}`, level: level as AccessLevel })),
    ),
  ]),
);

/** Whether every action of AWS is in one of these. */
export function coversEveryAction(matchers: readonly ActionMatcher[]): boolean {
  const wide = matchers.filter(
    ({ negated, patterns }) => negated || patterns.some((pattern) => pattern.startsWith('*')),
  );
  if (wide.length === 0) return false;
  for (const actions of actionsByService.values()) {
    for (const { id } of actions) {
      const action = id.toLowerCase();
      if (!matchers.some((matcher) => matcher.has(action))) return false;
    }
  }
  return true;
}
