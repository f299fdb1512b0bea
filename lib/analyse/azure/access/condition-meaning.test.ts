import { describe, expect, it } from 'vitest';
import { writeLimit } from './condition-meaning.ts';

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const accessAdministrator = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';
const rbacAdministrator = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168';
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

const role = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const onWrite = (test: string): string =>
  `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (${test}))`;

describe('the limit of a condition', () => {
  it.each([
    ['only Reader', onWrite(`${role} ForAnyOfAnyValues:GuidEquals {${reader}}`), 'harmless'],
    ['Reader and Owner', onWrite(`${role} ForAnyOfAnyValues:GuidEquals {${reader}, ${owner.toUpperCase()}}`), 'free'],
    ['Contributor', onWrite(`${role} ForAnyOfAnyValues:GuidEquals {${contributor}}`), 'free'],
    [
      'all but three',
      onWrite(`${role} ForAnyOfAllValues:GuidNotEquals {${owner}, ${accessAdministrator}, ${rbacAdministrator}}`),
      'harmless',
    ],
    ['all but two', onWrite(`${role} ForAnyOfAllValues:GuidNotEquals {${owner}, ${accessAdministrator}}`), 'free'],
    [
      'not equal to any one of them: always so',
      onWrite(`${role} ForAnyOfAnyValues:GuidNotEquals {${owner}, ${accessAdministrator}, ${rbacAdministrator}}`),
      'free',
    ],
    [
      'only deletion',
      `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (${role} ForAnyOfAnyValues:GuidEquals {${reader}}))`,
      'free',
    ],
    [
      'only who gets it',
      onWrite(`@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'User'`),
      'free',
    ],
    [
      'role and who gets it',
      onWrite(
        `${role} ForAnyOfAnyValues:GuidEquals {${reader}} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'User'}`,
      ),
      'harmless',
    ],
    ['or anything else', `${onWrite(`${role} GuidEquals '${reader}'`)} OR (Exists @Principal[x])`, 'free'],
    ['every action', `${role} ForAnyOfAnyValues:GuidEquals {${reader}}`, 'harmless'],
    ['a text that is none', 'lorem ((', 'unclear'],
    ['a depth that is none', '!'.repeat(100_000), 'unclear'],
  ])('%s', (_, text, expected) => {
    expect(writeLimit(text, [])).toBe(expected);
  });

  it('does not let a custom role through that gives roles', () => {
    const custom = 'cccccccc-0000-4000-8000-000000000001';
    expect(writeLimit(onWrite(`${role} ForAnyOfAnyValues:GuidEquals {${custom}}`), [custom])).toBe('free');
  });
});
