import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The code of one Lambda as it is deployed. */
export interface Bundle {
  readonly lambda: string;
  readonly bytes: number;
}

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Metadata?: Readonly<Record<string, unknown>> }>
  >;
}

/** Synthesises the stacks, as a deployment does, and measures what they would upload. */
export function bundles(): Bundle[] {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-bench-'));
  try {
    // The example names subscriptions and a tenant, so that every function is there.
    const standard = ['-c', 'standard=standard.example.yaml'];
    const synth = ['--no-install', 'cdk', 'synth', ...standard, '--quiet', '--no-notices', '--output', folder];
    const { status, stderr } = spawnSync('npx', synth, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`cdk synth failed: ${stderr}`);
    const { Resources } = JSON.parse(readFileSync(join(folder, 'TenkenScan.template.json'), 'utf8')) as Template;
    return Object.entries(Resources).flatMap(([name, { Type, Metadata = {} }]) => {
      const asset = Metadata['aws:asset:path'];
      if (Type !== 'AWS::Lambda::Function' || typeof asset !== 'string') return [];
      return [{ lambda: name, bytes: statSync(join(folder, asset, 'index.mjs')).size }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
