import type { ArmRow } from './arm-page.ts';

/** What of an answer is kept: nothing that may hold a secret, and of resources that are only named, no properties at all. */
export type Keep = (row: ArmRow) => ArmRow;

/** Properties by name, and no others. */
export function only(...fields: readonly string[]): Keep {
  return (row) => ({ ...row, properties: picked(objectIn(row, 'properties'), fields) });
}

/** What keys of tunnels, of circuits and of RADIUS servers are called. */
const secret = /secret|password|sharedKey|authorizationKey|serviceKey|^authorizations$/i;

/** All properties but those that hold secrets, however deep. */
export const withoutSecrets: Keep = (row) => ({ ...row, properties: cleaned(objectIn(row, 'properties')) });

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (secret.test(name) ? [] : [[name, cleaned(each)]])),
  );
}

/** A machine: whether it runs, and what it is attached to. Its profile may hold a user's password and data. */
export const keepMachine: Keep = (row) => {
  const properties = objectIn(row, 'properties');
  const view = objectIn(objectIn(properties, 'extended'), 'instanceView');
  return {
    ...row,
    properties: {
      extended: { instanceView: picked(view, ['powerState']) },
      ...picked(properties, ['networkProfile', 'instanceView']),
    },
  };
};

/** A scale set: what its instances' interfaces are like. */
export const keepScaleSet: Keep = (row) => {
  const properties = objectIn(row, 'properties');
  const profile = objectIn(properties, 'virtualMachineProfile');
  return {
    ...row,
    properties: {
      ...picked(properties, ['orchestrationMode']),
      virtualMachineProfile: picked(profile, ['networkProfile']),
    },
  };
};

/** What of a disk or a snapshot says how large and how old it is, and who may export it. */
const ofDisk = [
  'diskState',
  'diskSizeGB',
  'timeCreated',
  'networkAccessPolicy',
  'publicNetworkAccess',
  'dataAccessAuthMode',
] as const;

/** A disk or a snapshot, and what it was made of: it may have been imported from an address that holds a signature. */
export const keepDisk: Keep = (row) => {
  const properties = objectIn(row, 'properties');
  const creationData = picked(objectIn(properties, 'creationData'), ['sourceResourceId']);
  return { ...row, properties: { ...picked(properties, ofDisk), creationData } };
};

/** A container app: its ingress. Its template names environment variables, and its configuration secrets. */
export const keepContainerApp: Keep = (row) => {
  const properties = objectIn(row, 'properties');
  const configuration = objectIn(properties, 'configuration');
  return {
    ...row,
    properties: { ...picked(properties, ['runningStatus']), configuration: picked(configuration, ['ingress']) },
  };
};

/** Fields by name; Resource Graph writes some in other case than ARM does. */
function picked(object: ArmRow, fields: readonly string[]): ArmRow {
  const written = Object.keys(object);
  return Object.fromEntries(
    fields.flatMap((name) => {
      const own = Object.hasOwn(object, name)
        ? name
        : written.find((each) => each.toLowerCase() === name.toLowerCase());
      return own === undefined ? [] : [[name, object[own]]];
    }),
  );
}

function objectIn(row: ArmRow, field: string): ArmRow {
  const value = picked(row, [field])[field];
  return typeof value === 'object' && value !== null ? (value as ArmRow) : {};
}
