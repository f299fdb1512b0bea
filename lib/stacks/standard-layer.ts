import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystem } from 'aws-cdk-lib';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Standard } from '../model/standard.ts';

/** Where the functions find standard.json: a layer is unpacked here. */
export const standardFolder = '/opt';

/**
 * The validated standard as a layer that all steps share. It may be larger than the 4 KB of environment variables, a
 * layer needs neither a shell while bundling nor a custom resource, and its version changes only with its content.
 */
export function standardLayer(scope: Construct, id: string, standard: Standard): LayerVersion {
  const folder = FileSystem.mkdtemp('tenken-standard-');
  writeFileSync(join(folder, 'standard.json'), `${JSON.stringify(standard, null, 2)}\n`);
  const layer = new LayerVersion(scope, id, { code: Code.fromAsset(folder), description: 'The security standard' });
  // Its content was copied into the cloud assembly when the layer was made.
  rmSync(folder, { recursive: true });
  return layer;
}
