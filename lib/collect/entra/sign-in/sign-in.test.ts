import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { entraToken, requireLoopback } from './entra-token.ts';
import { federatedAssertion } from './federated-assertion.ts';
import { explainSignIn } from './sign-in-error.ts';
import { storedSecret } from './stored-secret.ts';

const tenant = { id: '7e57aaaa-0000-4000-8000-000000000001', cloud: 'global', signIn: { with: 'developer' } } as const;

describe('the assertion of the AWS role', () => {
  it('is asked of AWS STS over HTTP, with what Entra takes, and once for many who ask', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        bodies.push(body);
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end(
          `<GetWebIdentityTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetWebIdentityTokenResult><WebIdentityToken>token-${bodies.length}</WebIdentityToken></GetWebIdentityTokenResult></GetWebIdentityTokenResponse>`,
        );
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    let now = 0;
    const assertion = federatedAssertion(new STSClient({ endpoint, region: 'eu-west-1', credentials }), () => now);
    expect(await Promise.all([assertion(), assertion()])).toEqual(['token-1', 'token-1']);
    now = 239_000;
    expect(await assertion()).toBe('token-1');
    now = 241_000;
    expect(await assertion()).toBe('token-2');
    const asked = new URLSearchParams(bodies[0]);
    expect(asked.get('Audience.member.1')).toBe('api://AzureADTokenExchange');
    expect(asked.get('SigningAlgorithm')).toBe('RS256');
    expect(asked.get('DurationSeconds')).toBe('300');
    server.close();
  });

  it('does not remember a failure', async () => {
    let calls = 0;
    const send = () => Promise.reject(new Error(`failure ${(calls += 1)}`));
    const assertion = federatedAssertion({ send } as never);
    await expect(assertion()).rejects.toThrow('failure 1');
    await expect(assertion()).rejects.toThrow('failure 2');
  });
});

describe('the access token', () => {
  it('is kept until shortly before its end, and asked for once by many', async () => {
    let asked = 0;
    let now = 0;
    const scopes: unknown[] = [];
    const getToken = (scope: unknown) => {
      scopes.push(scope);
      return Promise.resolve({ token: `t${(asked += 1)}`, expiresOnTimestamp: now + 3_600_000 });
    };
    const token = entraToken(
      tenant,
      () => Promise.resolve({ getToken }),
      () => now,
    );
    expect(await Promise.all([token(), token()])).toEqual(['t1', 't1']);
    now = 3_400_000;
    expect(await token()).toBe('t2');
    expect(scopes[0]).toBe('https://graph.microsoft.com/.default');
  });

  it('fails with one sentence that says what to do', async () => {
    const getToken = () => Promise.reject(new Error('AADSTS700213: No matching federated identity record found'));
    const token = entraToken(tenant, () => Promise.resolve({ getToken }));
    await expect(token()).rejects.toMatchObject({
      code: 'AADSTS700213',
      message: expect.stringContaining('letter by letter'),
    });
  });

  it('of a loopback server goes to no other host', () => {
    expect(requireLoopback('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
    for (const elsewhere of ['https://evil.example', 'http://127.0.0.1.evil.example', 'http://10.0.0.1', 'nonsense'])
      expect(() => requireLoopback(elsewhere)).toThrow(/loopback|TENKEN_GRAPH_ENDPOINT/);
  });
});

describe('a secret', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:entra-AbCdEf';
  const holding = (SecretString: string | undefined) => ({ send: () => Promise.resolve({ SecretString }) }) as never;

  it('is text, or the member of a document', async () => {
    expect(await storedSecret(holding(' s3cr3t \n'), arn)).toBe('s3cr3t');
    expect(await storedSecret(holding('{"clientSecret":"s3cr3t"}'), arn)).toBe('s3cr3t');
  });

  it('is never part of what is said when it cannot be used', async () => {
    for (const text of ['{"password":"s3cr3t"}', '{"clientSecret": s3cr3t']) {
      const said = await storedSecret(holding(text), arn).catch((error: unknown) => String(error));
      expect(said).toContain(arn);
      expect(said).not.toContain('s3cr3t');
    }
    await expect(storedSecret(holding(undefined), arn)).rejects.toMatchObject({ code: 'SignInSecretUnusable' });
  });

  it('that may not be read names the permission', async () => {
    const send = () => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));
    await expect(storedSecret({ send } as never, arn)).rejects.toThrow('secretsmanager:GetSecretValue');
  });
});

it.each([
  ['AADSTS70021: No matching federated identity record', 'AADSTS70021'],
  ['AADSTS7000222: The provided client secret keys are expired', 'AADSTS7000222'],
  ['AADSTS90002: Tenant not found', 'AADSTS90002'],
])('explains %s', (message, code) => {
  const explained = explainSignIn(new Error('wrapped', { cause: new Error(message) }), tenant.id);
  expect(explained.code).toBe(code);
  expect(explained.message).not.toContain('see the code');
});
