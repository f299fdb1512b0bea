import { describe, expect, it } from 'vitest';
import { demoOrganisation } from '../demo/demo-organisation.ts';
import { unitPath } from '../model/unit.ts';
import { memoryStore } from '../snapshot/memory-store.ts';
import { checkRows } from '../standard/register/check-rows.ts';
import { draftRegister } from '../standard/register/draft-register.ts';
import { defaultStandard } from '../standard/schema.ts';
import { servicesInUse } from './services-in-use.ts';

describe('what is in use', () => {
  it('is read from a stored snapshot, and drafts a register', async () => {
    const store = memoryStore();
    for (const snapshot of demoOrganisation(new Date('2026-11-28T00:00:00Z')).snapshots)
      await store.put(`${unitPath(snapshot.unit)}.json`, JSON.stringify(snapshot));
    const uses = await servicesInUse(store, defaultStandard);
    expect(uses).toContainEqual(
      expect.objectContaining({ provider: 'azure', key: 'microsoft.keyvault/vaults', name: 'Key Vault' }),
    );
    expect(uses.filter(({ provider }) => provider === 'entra').length).toBeGreaterThan(0);
    const draft = draftRegister(uses, { locale: 'ja' });
    expect(draft.map(({ provider }) => provider)).toContain('Microsoft');
    expect(checkRows(draft).problems).toEqual([]);
  });
});
