import { describe, expect, it } from 'vitest';
import { callOperation } from './call-operation.ts';
import { awsClients } from './clients.ts';
import { collectContext } from './collect-context.ts';
import { defineOperation } from './operation.ts';

const region = 'af-south-1';
const credentials = () => Promise.resolve({ accessKeyId: 'x', secretAccessKey: 'x' });
const place = { account: '111122223333', region, clients: awsClients({ credentials }, region) };

function listServices(failure: Error, absent: readonly string[]) {
  return defineOperation({
    id: 'apprunner:ListServices',
    per: 'region',
    budget: 'workload',
    absent,
    call: () => Promise.reject(failure),
  });
}

function call(operation: ReturnType<typeof listServices>) {
  return callOperation(
    operation,
    place,
    collectContext({ signal: new AbortController().signal, clock: () => new Date(0) }),
  );
}

describe('a service that a region does not offer', () => {
  const failure = Object.assign(new Error(`getaddrinfo ENOTFOUND apprunner.${region}.amazonaws.com`), {
    code: 'ENOTFOUND',
  });

  it('has none of what is asked for, where the operation takes the missing name for an answer', async () => {
    await expect(call(listServices(failure, ['ENOTFOUND']))).resolves.toEqual({ output: {} });
  });

  it('is an error otherwise, and so is any other way of not reaching it', async () => {
    await expect(call(listServices(failure, []))).resolves.toMatchObject({ error: { code: 'ENOTFOUND' } });
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await expect(call(listServices(refused, ['ENOTFOUND']))).resolves.toMatchObject({
      error: { code: 'ECONNREFUSED' },
    });
  });
});
