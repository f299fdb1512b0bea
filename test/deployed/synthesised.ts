import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { AuditRoleStack } from '../../lib/stacks/audit-role-stack.ts';
import { ScanStack } from '../../lib/stacks/scan-stack.ts';
import type { Standard } from '../../lib/model/standard.ts';

/** A statement of a policy in a template. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** What the tests look at in a resource's properties. */
export interface Properties {
  readonly PolicyDocument?: { readonly Statement: readonly Statement[] };
  readonly KeyPolicy?: { readonly Statement: readonly Statement[] };
  readonly AssumeRolePolicyDocument?: { readonly Statement: readonly Statement[] };
  readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[];
  readonly Roles?: readonly unknown[];
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly [other: string]: unknown;
}

/** A resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DeletionPolicy?: string;
}

/** A synthesised template. */
export interface StackTemplate {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

/** The app as bin/app.ts makes it, without bundling: cdk.json's context counts, because the flags change the template. */
export function buildApp(standard: Standard): { app: App; scan: Stack; auditRole: Stack } {
  const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({ analyticsReporting: false, context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } });
  return {
    app,
    scan: new ScanStack(app, 'TenkenScan', { standard }),
    auditRole: new AuditRoleStack(app, 'TenkenAuditRole', { standard }),
  };
}

/** Both templates and the folder that they and their assets were written to. */
export function synthesise(standard: Standard): { scan: StackTemplate; auditRole: StackTemplate; folder: string } {
  const assembly = buildApp(standard).app.synth();
  const template = (name: string): StackTemplate =>
    JSON.parse(readFileSync(join(assembly.directory, `${name}.template.json`), 'utf8')) as StackTemplate;
  return { scan: template('TenkenScan'), auditRole: template('TenkenAuditRole'), folder: assembly.directory };
}

/** The resources of a type, by logical id. */
export function resourcesOf(template: StackTemplate, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}
