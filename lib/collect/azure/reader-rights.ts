import type { ArmRow } from './arm-page.ts';

/**
 * Whether the caller holds an action. Resource Graph leaves out what the caller may not see and says nothing, so that its
 * silence proves nothing unless this is known ("Microsoft.Authorization/permissions").
 */
export function holdsAction(permissions: readonly ArmRow[], named: string): boolean {
  const action = named.toLowerCase();
  return permissions.some(
    (each) =>
      patterns(each, 'actions').some((one) => covers(one, action)) &&
      !patterns(each, 'notActions').some((one) => covers(one, action)),
  );
}

function patterns(row: ArmRow, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').map((each) => each.toLowerCase()) : [];
}

/** A `*` spans segments ("Azure role definitions"). */
function covers(pattern: string, action: string): boolean {
  const expression = pattern
    .split('*')
    .map((text) => RegExp.escape(text))
    .join('.*');
  return new RegExp(`^${expression}$`).test(action);
}
