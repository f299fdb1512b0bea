import { describe, expect, it } from 'vitest';
import { holdsAction } from './reader-rights.ts';

const vaults = 'Microsoft.KeyVault/vaults/read';

describe('what the caller may do', () => {
  it.each([
    ['*/read', true],
    ['*', true],
    ['microsoft.keyvault/*/read', true],
    ['Microsoft.KeyVault/vaults/*', true],
    ['Microsoft.KeyVault/vaults/secrets/read', false],
    ['Microsoft.Storage/*', false],
    ['Microsoft.KeyVaultXvaults/read', false],
  ])('%s covers reading vaults: %s', (action, expected) => {
    expect(holdsAction([{ actions: [action], notActions: [] }], vaults)).toBe(expected);
  });

  it('takes away from the same role alone', () => {
    const without = { actions: ['*/read'], notActions: ['Microsoft.KeyVault/*'] };
    expect(holdsAction([without], vaults)).toBe(false);
    expect(holdsAction([without, { actions: [vaults] }], vaults)).toBe(true);
    expect(holdsAction([], vaults)).toBe(false);
  });
});
