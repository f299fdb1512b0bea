import { describe, expect, it } from 'vitest';
import { queryPace } from './query-pace.ts';

/** Whoever must wait is refused at once. */
const stopped = AbortSignal.abort();

describe('the pace of queries', () => {
  it('lets fifteen go in five seconds, and the next ones after them', async () => {
    let now = 1_000_000;
    const pace = queryPace(() => now);
    for (let query = 0; query < 15; query += 1) await pace.take(stopped);
    await expect(pace.take(stopped)).rejects.toThrow('aborted');
    now += 11_000;
    await expect(pace.take(stopped)).resolves.toBeUndefined();
  });

  it('waits where the service says that nothing is left', async () => {
    let now = 1_000_000;
    const pace = queryPace(() => now);
    await pace.take(stopped);
    pace.learn('3', '00:00:05');
    await expect(pace.take(stopped)).resolves.toBeUndefined();
    pace.learn('0', '00:00:07');
    now += 6_900;
    await expect(pace.take(stopped)).rejects.toThrow('aborted');
    now += 200;
    await expect(pace.take(stopped)).resolves.toBeUndefined();
  });
});
