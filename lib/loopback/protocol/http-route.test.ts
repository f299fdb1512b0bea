import * as lambda from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { findRoute } from './http-route.ts';

const name = (method: string, url: string) => findRoute(lambda, method, url)?.schema.name;

describe('a path', () => {
  it('names an operation, whatever its query and with or without a slash at its end', () => {
    expect(name('GET', '/2015-03-31/functions?MaxItems=50')).toBe('ListFunctions');
    expect(name('GET', '/2015-03-31/functions/')).toBe('ListFunctions');
    expect(name('POST', '/2015-03-31/functions')).toBe('CreateFunction');
  });

  it('carries labels', () => {
    const routed = findRoute(
      lambda,
      'GET',
      '/2015-03-31/functions/arn%3Aaws%3Alambda%3A%3A%3Afunction%3Aa/aliases/b%2Fc',
    );
    expect(routed?.labels).toEqual({ FunctionName: 'arn:aws:lambda:::function:a', Name: 'b/c' });
    expect(routed?.schema.name).toBe('GetAlias');
  });

  it('names the more specific of two operations', () => {
    expect(name('GET', '/2018-10-31/layers')).toBe('ListLayers');
    expect(name('GET', '/2018-10-31/layers?find=LayerVersion&Arn=arn')).toBe('GetLayerVersionByArn');
  });

  it('carries the rest of itself in a greedy label', () => {
    const traits = { http: ['GET', '/tags/{ResourceArn+}/all', 200] };
    const schemas = { ListTags$: [9, 'example', 'ListTags', traits, 'unit', 'unit'] };
    expect(findRoute(schemas, 'GET', '/tags/arn:a/b/c/all')?.labels).toEqual({ ResourceArn: 'arn:a/b/c' });
    expect(findRoute(schemas, 'GET', '/tags/all')).toBeUndefined();
  });

  it('may name nothing', () => {
    expect(name('GET', '/')).toBeUndefined();
    expect(name('PATCH', '/2015-03-31/functions')).toBeUndefined();
  });
});
