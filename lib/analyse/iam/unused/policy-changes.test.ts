import { describe, expect, it } from 'vitest';
import type { ServiceUse } from '../../../model/aws/last-accessed.ts';
import type { HeldDocument } from './held-documents.ts';
import { policyChanges } from './policy-changes.ts';
import type { Use } from './use.ts';

const services = ['dynamodb', 's3', 'sqs'];
const recorded = services.map((service): [string, ServiceUse] => [service, { service, name: service, actions: [] }]);
const use: Use = { recorded: new Map(recorded), unusedServices: new Set(['dynamodb']), unusedActions: new Map() };
const allow = (...Action: readonly string[]): object => ({ Effect: 'Allow', Action, Resource: '*' });

function held(name: string, statement: object, rest: Partial<HeldDocument> = {}): HeldDocument {
  const policy = { id: `arn:aws:iam::111122223333:policy/${name}`, name, kind: 'managed' } as const;
  return { policy, document: { Statement: [statement] }, isShared: false, isFresh: false, ...rest };
}

function inlined(name: string, statement: object): HeldDocument {
  return held(name, statement, { policy: { id: `x#${name}`, name, kind: 'inline' } });
}

function changesOf(documents: readonly HeldDocument[], given: Use = use) {
  const { changes, leaves } = policyChanges(documents, 'user', given);
  return { changes: changes.map(({ policy, how, by }) => `${how} ${policy.name} by ${by}`), leaves };
}

describe('what becomes of a policy', () => {
  it('is nothing where all of it is in use, or where it was changed lately', () => {
    const documents = [held('used', allow('s3:*')), held('new', allow('dynamodb:*'), { isFresh: true })];
    expect(changesOf(documents)).toEqual({ changes: [], leaves: [] });
  });

  it('is a new text in place, one of its own where others hold it too, or none at all', () => {
    const documents = [
      held('own', allow('s3:*', 'dynamodb:*')),
      held('shared', allow('s3:*', 'dynamodb:*'), { isShared: true }),
      held('vain', allow('dynamodb:*')),
    ];
    const changes = ['rewrite own by action', 'replace shared by action', 'remove vain by action'];
    expect(changesOf(documents)).toEqual({ changes, leaves: [] });
  });

  it('does not touch the others of a group: its member leaves it with what is in use', () => {
    const through = (name: string, statement: object, group: string): HeldDocument => {
      const document = held(name, statement, { isShared: true });
      return { ...document, policy: { ...document.policy, group } };
    };
    const documents = [
      through('wide', allow('s3:*', 'dynamodb:*'), 'developers'),
      through('used', allow('sqs:*'), 'developers'),
      through('vain', allow('dynamodb:*'), 'developers'),
      through('elsewhere', allow('sqs:*'), 'operators'),
    ];
    const changes = ['replace wide by action', 'attach used by action'];
    expect(changesOf(documents)).toEqual({ changes, leaves: ['developers'] });
  });

  it('is coarser where single actions would make it too long, and too long where nothing else is left', () => {
    const unusedActions = new Map([['s3', ['s3:createbucket']]]);
    const only = { ...use, unusedActions };
    // What stands beside it leaves no room for a list of actions, and then none for anything.
    const room = (length: number): HeldDocument => inlined('other', { ...allow('sqs:*'), Sid: 'x'.repeat(length) });
    const wide = inlined('wide', allow('s3:*', 'dynamodb:*'));
    expect(changesOf([wide, room(1_700)], only).changes).toEqual(['rewrite wide by service']);
    expect(changesOf([wide, room(2_000)], only).changes).toEqual(['replace wide by action']);
    const everything = held('everything', allow('*'), { isShared: true });
    const [change] = policyChanges([everything], 'user', only).changes;
    expect(change).toMatchObject({ how: 'replace', by: 'service' });
    expect(change?.tooLong).toBeGreaterThan(6_144);
  });
});
