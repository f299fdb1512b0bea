import { describe, expect, it } from 'vitest';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import { endpointExposure } from './endpoint-exposure.ts';

const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:form';
const gap = { operation: 'lambda:GetPolicy', code: 'AccessDenied', message: 'no' };
const open: ServiceEndpoint = {
  kind: 'lambda-function',
  id: 'form',
  arn,
  name: 'form',
  tags: {},
  operation: 'lambda:GetFunctionUrlConfig',
  families: ['ipv4', 'ipv6'],
  strength: 'open',
  unread: [],
};
const refusing = { operation: 'lambda:GetPolicy', without: 'refuses', ways: [] } as const;
const judged = (more: Partial<ServiceEndpoint>) => endpointExposure({ ...open, ...more }, undefined);

describe('the exposure of an endpoint', () => {
  it('is open to everybody in each family in which it answers', () => {
    const { verdict, reaches, openRules } = judged({});
    expect(verdict).toBe('exposed');
    expect(reaches.map(({ family, fromPort, sources }) => [family, fromPort, sources])).toEqual([
      ['ipv4', 443, 'any'],
      ['ipv6', 443, 'any'],
    ]);
    expect(openRules).toHaveLength(2);
  });

  it('is that of the blocks that it admits, without what is no public address', () => {
    const { verdict, reaches, openRules } = judged({ admits: ['203.0.113.0/24', '10.0.0.0/8'] });
    expect(verdict).toBe('exposed');
    expect(reaches.map(({ family, sources }) => [family, sources])).toEqual([['ipv4', ['203.0.113.0/24']]]);
    expect(openRules).toEqual([]);
  });

  it('is authenticated where each request must say who makes it', () => {
    const { verdict, reaches, openRules } = judged({ strength: 'authenticated' });
    expect(verdict).toBe('authenticated');
    expect(reaches[0]?.strength).toBe('authenticated');
    expect(openRules).toBeUndefined();
  });

  it('is closed by its policy, at its policy', () => {
    const { verdict, blockedBy, blockedPath } = judged({ policy: refusing });
    expect([verdict, blockedBy]).toEqual(['closed', 'resource-policy']);
    expect(blockedPath?.map(({ kind, stops }) => [kind, stops])).toEqual([
      ['internet', undefined],
      ['policy', true],
    ]);
  });

  it('is an open rule where something else stops everybody', () => {
    const { verdict, blockedBy, reaches, openRules } = judged({ stop: 'private-endpoint' });
    expect([verdict, blockedBy, reaches]).toEqual(['rule-open', 'private-endpoint', []]);
    expect(openRules).toHaveLength(2);
  });

  it('is latent while it is stopped', () => {
    const { verdict, blockedBy, reaches } = judged({ idle: true });
    expect([verdict, blockedBy, reaches.length]).toEqual(['latent', 'not-running', 2]);
  });

  it('is unknown where what was not read decides, and only there', () => {
    expect(judged({ unread: [gap] })).toMatchObject({ verdict: 'unknown', unread: [gap] });
    expect(judged({ unread: [gap], policy: refusing }).verdict).toBe('closed');
    expect(judged({ unread: [gap], stop: 'private-endpoint' }).verdict).toBe('closed');
  });

  it('reaches no port of what is copied and not called', () => {
    const shared = { kind: 'ebs-snapshot', families: [] } as const;
    expect(judged(shared)).toMatchObject({ verdict: 'exposed', reaches: [] });
    expect(judged({ ...shared, stop: 'snapshot-bpa' })).toMatchObject({
      verdict: 'rule-open',
      blockedBy: 'snapshot-bpa',
    });
  });
});
