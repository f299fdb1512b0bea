import type { ArmRow } from './arm-client.ts';

/** What of an answer is kept: nothing that may hold a secret, and of resources that are only named, no properties at all. */
export type Keep = (row: ArmRow) => ArmRow;

/** Properties by name, and no others. */
export function only(...fields: readonly string[]): Keep {
  return (row) => ({ ...row, properties: picked(objectIn(row, 'properties'), fields) });
}

/** All properties but these. */
export function without(...fields: readonly string[]): Keep {
  return (row) => ({
    ...row,
    properties: Object.fromEntries(
      Object.entries(objectIn(row, 'properties')).filter(([name]) => !fields.includes(name)),
    ),
  });
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

/** A gateway, without what its RADIUS servers are asked with. */
export const keepGateway: Keep = (row) => {
  const properties = objectIn(row, 'properties');
  const { vpnClientConfiguration: clients, ...rest } = properties;
  if (typeof clients !== 'object' || clients === null) return row;
  const kept = Object.entries(clients).filter(([name]) => !/secret|radiusServers$/i.test(name));
  return { ...row, properties: { ...rest, vpnClientConfiguration: Object.fromEntries(kept) } };
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

function picked(object: ArmRow, fields: readonly string[]): ArmRow {
  return Object.fromEntries(fields.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name]]] : [])));
}

function objectIn(row: ArmRow, field: string): ArmRow {
  const value = row[field];
  return typeof value === 'object' && value !== null ? (value as ArmRow) : {};
}
