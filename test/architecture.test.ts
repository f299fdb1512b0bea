import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

/**
 * The floor plan: what a room may import. `rooms` are folders of this project, `packages` are npm packages (a name that
 * ends in `/` stands for a scope) and `node:` modules. Order is the order of the flow: a room stands below what it uses.
 */
const plan: Record<string, { rooms: string[]; packages: string[] }> = {
  'lib/model': { rooms: [], packages: [] },
  'lib/standard': {
    rooms: ['lib/model'],
    packages: ['zod', 'yaml', 'hucre', 'csv-parse/sync', 'node:crypto', 'node:fs/promises', 'node:path'],
  },
  'lib/snapshot': {
    rooms: ['lib/model'],
    packages: ['@aws-sdk/client-s3', 'node:fs/promises', 'node:path', 'node:zlib', 'node:util', 'node:crypto'],
  },
  'lib/collect': {
    rooms: ['lib/model'],
    packages: [
      '@aws-sdk/',
      '@azure/arm-network',
      '@azure/arm-resourcegraph',
      '@azure/core-rest-pipeline',
      '@azure/identity',
      '@microsoft/microsoft-graph-client',
      '@smithy/core',
      '@smithy/node-http-handler',
      'p-limit',
      'node:timers/promises',
    ],
  },
  'lib/interpret': { rooms: ['lib/model'], packages: ['csv-parse/sync'] },
  'lib/analyse': { rooms: ['lib/model'], packages: [] },
  checks: { rooms: ['lib/model'], packages: [] },
  'lib/evaluate': { rooms: ['lib/model', 'lib/interpret', 'lib/analyse'], packages: ['node:crypto'] },
  'lib/deliver': { rooms: ['lib/model'], packages: ['@aws-sdk/client-sns', 'node:crypto', 'node:zlib'] },
  'lib/loopback': {
    rooms: ['lib/model', 'lib/snapshot'],
    packages: ['@aws-sdk/', '@smithy/core', 'node:http', 'node:net', 'node:crypto', 'node:timers/promises'],
  },
  'lib/demo': { rooms: ['lib/model'], packages: ['node:crypto'] },
  'lib/catalogue': { rooms: ['lib/model', 'lib/standard', 'lib/collect', 'lib/evaluate'], packages: [] },
  'lib/run': {
    rooms: [
      'lib/model',
      'lib/standard',
      'lib/snapshot',
      'lib/collect',
      'lib/interpret',
      'lib/evaluate',
      'lib/deliver',
      'checks',
    ],
    packages: ['@aws-sdk/client-s3', '@aws-sdk/client-sns', 'p-limit', 'node:zlib', 'node:util'],
  },
  'lib/cli': {
    rooms: [
      'lib/model',
      'lib/standard',
      'lib/snapshot',
      'lib/collect',
      'lib/interpret',
      'lib/evaluate',
      'lib/deliver',
      'lib/loopback',
      'lib/demo',
      'lib/catalogue',
      'lib/run',
      'checks',
    ],
    packages: [
      'commander',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-sns',
      'node:fs/promises',
      'node:path',
      'node:process',
      'node:url',
    ],
  },
  functions: {
    rooms: ['lib/model', 'lib/snapshot', 'lib/collect', 'lib/run', 'lib/standard', 'checks'],
    packages: ['@aws-sdk/client-s3', '@aws-sdk/client-sns'],
  },
  'lib/stacks': {
    rooms: ['lib/model', 'lib/standard', 'lib/catalogue'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'node:url', 'node:path', 'node:fs', 'node:crypto'],
  },
  bin: {
    rooms: ['lib/cli', 'lib/stacks', 'lib/standard', 'lib/model', 'checks'],
    packages: ['node:module', 'aws-cdk-lib', 'cdk-nag', 'node:process', 'node:fs'],
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const root = join(import.meta.dirname, '..');
const sources = globSync('{bin,lib,functions,checks}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('/client/'))
  .toSorted();
const imports = sources.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const specifiers = text.matchAll(
    /^(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...specifiers].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return {
      from: file,
      to: specifier.startsWith('.') ? relative(root, join(root, dirname(file), specifier)) : specifier,
    };
  });
}

function roomOf(file: string): string {
  return Object.keys(plan).find((room) => file.startsWith(`${room}/`)) ?? file;
}

/** Whether an import of a package or `node:` module is one that `allowed` names. */
function names(allowed: readonly string[], specifier: string): boolean {
  return allowed.some((name) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`));
}

function isAllowed({ from, to }: Import): boolean {
  const room = plan[roomOf(from)];
  if (!room) return false;
  if (sources.includes(to) || to.endsWith('.json'))
    return roomOf(to) === roomOf(from) || room.rooms.includes(roomOf(to));
  return names(room.packages, to) || isTypeOnly(from, to);
}

/** Types vanish when the code runs, so a room may name the types of any SDK client. */
function isTypeOnly(file: string, specifier: string): boolean {
  if (!specifier.startsWith('@aws-sdk/')) return false;
  const text = readFileSync(join(root, file), 'utf8');
  const statements = [...text.matchAll(/^import\s[^'"`;]*?from\s+'([^']+)'/gm)].filter(
    (match) => match[1] === specifier,
  );
  return statements.length > 0 && statements.every((match) => match[0].startsWith('import type'));
}

/** A chain of imports that comes back to where it began, if there is one. */
function findCircle(): string[] {
  const edges = Map.groupBy(imports, (edge) => edge.from);
  const finished = new Set<string>();
  const visit = (file: string, trail: string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const edge of edges.get(file) ?? []) {
      const circle = visit(edge.to, [...trail, file]);
      if (circle.length > 0) return circle;
    }
    finished.add(file);
    return [];
  };
  for (const file of sources) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the floor plan', () => {
  it('has a room for every source file', () => {
    expect(sources.filter((file) => !plan[roomOf(file)])).toEqual([]);
  });

  it('is kept: a room imports only what its entry names', () => {
    const breaches = imports.filter((edge) => !isAllowed(edge)).map((edge) => `${edge.from} imports ${edge.to}`);
    expect(breaches).toEqual([]);
  });

  it('ships what it needs: only the stacks and the catalogue’s generators import development dependencies', () => {
    const development = Object.keys(manifest.devDependencies);
    const shipped = imports.filter(({ from }) => !/^(bin\/app\.ts|lib\/stacks\/)/.test(from));
    expect(shipped.filter(({ to }) => names(development, to))).toEqual([]);
  });

  it('goes one way: an entry names only rooms above it', () => {
    const rooms = Object.keys(plan);
    const upward = rooms.flatMap((room, index) =>
      plan[room]!.rooms.filter((other) => !rooms.slice(0, index).includes(other)),
    );
    expect(upward).toEqual([]);
  });

  it('has no circles', () => {
    expect(findCircle()).toEqual([]);
  });

  it('keeps doors thin: no file in bin, no handler is longer than 40 lines', () => {
    const doors = sources.filter((file) => file.startsWith('bin/') || file.endsWith('/handler.ts'));
    expect(doors.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 41)).toEqual([]);
  });

  it('reads node modules by their full name', () => {
    expect(imports.filter((edge) => builtinModules.includes(edge.to)).map((edge) => edge.from)).toEqual([]);
  });
});
