import { expect, it } from 'vitest';
import { armOperations } from './index.ts';

it('reads each operation once', () => {
  const ids = armOperations.map(({ id }) => id.toLowerCase());
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
