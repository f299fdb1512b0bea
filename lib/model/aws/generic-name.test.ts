import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericWordsIn, isMailAddress } from './generic-name.ts';
import { genericWords, sharedWords } from '../generic-words.ts';

const people = fc.constantFrom('tanaka', 'hanako', 'testaverde', 'devi', 'adminton', 'guestrin', 'operowski', 'yamada');
const separator = fc.constantFrom('-', '_', '.', '+', '=');

describe('genericWordsIn', () => {
  it.each([
    'admin',
    'Admin',
    'TEST',
    'test-user',
    'testUser',
    'testuser',
    'dev1',
    'user01',
    'ops.admin',
    'shared_admin',
    'sales-shared',
    'web-team',
    'aws-admin-2',
    'admin@example.com',
    '共用',
    '営業部共用',
    '管理者01',
  ])('finds %s', (name) => {
    expect(genericWordsIn(name)).not.toEqual([]);
  });

  it.each([
    'testaverde.mario',
    'administrators-tool-bot',
    'tanaka-admin',
    'test.taro',
    'hanako@shared.example.com',
    'dev.patel',
    'steam-importer',
    'commons-loader',
    'break-glass-1',
    '佐藤花子',
    '123',
    '',
  ])('leaves %s alone', (name) => {
    expect(genericWordsIn(name)).toEqual([]);
  });

  it('finds every word, whatever number follows and however it is written', () => {
    const word = fc.constantFrom(...genericWords, ...sharedWords);
    fc.assert(
      fc.property(word, fc.nat(99), separator, (each, number, between) => {
        expect(genericWordsIn(`${each.toUpperCase()}${between}${number}`)).toEqual([each]);
        expect(genericWordsIn(`${each}${number}`)).toEqual([each]);
      }),
    );
  });

  it('leaves a name alone that says who it is beside a generic word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...genericWords), separator, people, (word, between, person) => {
        expect(genericWordsIn(`${person}${between}${word}`)).toEqual([]);
      }),
    );
  });

  it('never takes the beginning or the end of a longer word', () => {
    const latin = [...genericWords, ...sharedWords].filter((word) => /^[a-z]+$/.test(word));
    fc.assert(
      fc.property(fc.constantFrom(...latin), people, (word, person) => {
        expect(genericWordsIn(`${word}${person}`)).toEqual([]);
        expect(genericWordsIn(`${person}${word}`)).toEqual([]);
      }),
    );
  });
});

it.each([
  ['hanako@example.com', true],
  ['hanako@example', false],
  ['hanako', false],
  ['@example.com', false],
])('isMailAddress(%s) is %s', (name, expected) => {
  expect(isMailAddress(name)).toBe(expected);
});
