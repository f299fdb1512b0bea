import { describe, expect, it } from 'vitest';
import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import type { GraphFaults } from './loopback-graph.ts';
import { serveObjectsById } from './objects-by-id.ts';

const tenant: Snapshot = {
  schema: snapshotSchema,
  unit: { provider: 'entra', tenant: '11111111-0000-4000-8000-000000000001' },
  collectedAt: '2026-11-01T00:00:00Z',
  responses: {
    '/users': { value: [{ id: 'u', displayName: 'Sato', mail: 'sato@example.com' }] },
    '/groups': { value: [{ id: 'g', displayName: 'Operators' }] },
    '/servicePrincipals': { value: [{ id: 's', displayName: 'Deploy' }] },
  },
  errors: [],
};

const serve = (ids: readonly string[], search = '', faults: GraphFaults = {}) =>
  serveObjectsById(tenant, JSON.stringify({ ids }), new URLSearchParams(search), faults);

describe('objects by their ids', () => {
  it('come with their type and the selected fields; ids that nobody has are left out', () => {
    expect(serve(['s', 'u', 'gone'], '$select=id,displayName').body).toEqual({
      value: [
        { '@odata.type': '#microsoft.graph.user', id: 'u', displayName: 'Sato' },
        { '@odata.type': '#microsoft.graph.servicePrincipal', id: 's', displayName: 'Deploy' },
      ],
    });
  });

  it('are a thousand at most', () => {
    expect(serve(Array.from({ length: 1000 }, String)).status).toBe(200);
    expect(serve(Array.from({ length: 1001 }, String)).status).toBe(400);
  });

  it('need a permission', () => {
    expect(serve(['u'], '', { withheld: ['Directory.Read.All'] }).status).toBe(403);
  });
});
