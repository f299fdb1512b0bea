import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { findingStates } from '../../model/finding.ts';
import { sampleChecks, sampleFinding, sampleReport } from '../sample-report.ts';
import { findingsOcsf } from './findings-ocsf.ts';
import schema from './schema/compliance-finding.schema.json' with { type: 'json' };

const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

interface Event {
  readonly [key: string]: unknown;
  readonly metadata: { readonly version: string };
  readonly compliance: { readonly status_id: number; readonly status_details?: readonly string[] };
}

function eventsOf(findings: Parameters<typeof findingsOcsf>[0]['findings']): Event[] {
  return JSON.parse(findingsOcsf({ findings, checks: sampleChecks }, 'ja')) as Event[];
}

// The schema at hand is 1.7.0 (see schema/README.md): OCSF only adds within a major version, the events name 1.8.0.
describe('findingsOcsf, held against the schema of OCSF 1.7.0', () => {
  it('is valid in every state, status, provider and language', () => {
    const { findings } = sampleReport(120);
    const others = (['azure', 'entra'] as const).map((provider) =>
      sampleFinding(1, { resource: { ...sampleFinding(1).resource, provider } }),
    );
    for (const locale of ['ja', 'en'] as const) {
      const events = JSON.parse(
        findingsOcsf({ findings: [...findings, ...others], checks: sampleChecks }, locale),
      ) as Event[];
      expect(events).toHaveLength(122);
      expect(events.flatMap((event) => (validate(event) ? [] : validate.errors))).toEqual([]);
    }
  });

  it('would notice an attribute that OCSF does not know, a missing one, and a value outside an enumeration', () => {
    const [event] = eventsOf([sampleFinding(0)]);
    expect(validate({ ...event, account: '1' })).toBe(false);
    expect(validate({ ...event, finding_info: {} })).toBe(false);
    expect(validate({ ...event, severity_id: 7 })).toBe(false);
    expect(validate({ ...event, compliance: { ...event!.compliance, clause: '8.3' } })).toBe(false);
  });
});

describe('findingsOcsf', () => {
  it('names version 1.8.0 and the class Compliance Finding', () => {
    const [event] = eventsOf([sampleFinding(0)]);
    expect(event).toMatchObject({ class_uid: 2003, category_uid: 2, type_uid: 200301, metadata: { version: '1.8.0' } });
  });

  it('tells times in milliseconds', () => {
    const [event] = eventsOf([sampleFinding(0)]);
    expect(event?.['time']).toBe(Date.UTC(2026, 10, 23));
  });

  it('says where a finding stands by status_id and activity_id', () => {
    const stands = findingStates.map((state) => {
      const [event] = eventsOf([sampleFinding(0, { state })]);
      return [state, event?.['status_id'], event?.['activity_id'], event?.['type_uid']];
    });
    expect(stands).toEqual([
      ['new', 1, 1, 200301],
      ['open', 1, 2, 200302],
      ['resolved', 4, 3, 200303],
      ['reopened', 1, 2, 200302],
      ['excepted', 3, 2, 200302],
    ]);
  });

  it('calls what could not be read Unknown, and says why', () => {
    const [event] = eventsOf([sampleFinding(10)]);
    expect(event?.compliance.status_id).toBe(0);
    expect(event?.compliance.status_details?.[0]).toContain('iam:GetCredentialReport: AccessDenied');
  });

  it('is an empty array for no findings', () => {
    expect(findingsOcsf({ findings: [], checks: [] }, 'en')).toBe('[]\n');
  });
});
