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
