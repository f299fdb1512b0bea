import { expect, it } from 'vitest';
import { memoryStore } from '../../snapshot/memory-store.ts';
import { readMapFailures } from './map-failures.ts';

function item(event: object, rest: object): object {
  return { Input: JSON.stringify(event), ...rest };
}

it('reads why accounts failed from the files that the map wrote', async () => {
  const work = memoryStore();
  const child = (account: string, rest: object): object => item({ account }, rest);
  await work.put('map/manifest.json', JSON.stringify({ ResultFiles: { FAILED: [{ Key: 'a' }, { Key: 'b' }] } }));
  await work.put(
    'a',
    JSON.stringify([
      child('1', { Error: 'Runtime.ExitError', Cause: '{"errorType":"x","errorMessage":"out of memory"}' }),
      child('2', { Error: 'States.Timeout', Cause: 'not JSON' }),
    ]),
  );
  await work.put('b', JSON.stringify([child('3', {}), item({ azure: '4' }, {}), item({ tenant: '5' }, {})]));
  expect([...(await readMapFailures(work, 'map/manifest.json'))]).toEqual([
    ['1', { code: 'Runtime.ExitError', message: 'out of memory' }],
    ['2', { code: 'States.Timeout', message: 'not JSON' }],
    ['3', { code: 'States.TaskFailed', message: '' }],
    ['azure/4', { code: 'States.TaskFailed', message: '' }],
    ['entra/5', { code: 'States.TaskFailed', message: '' }],
  ]);
});

it('says which file is missing', async () => {
  await expect(readMapFailures(memoryStore(), 'map/manifest.json')).rejects.toThrow('map/manifest.json is missing');
});
