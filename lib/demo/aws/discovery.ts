/** What services that know resources of every kind say of a region of the demo: nobody turned any of them on, or tagged. */
export const discoveryResponses: Readonly<Record<string, unknown>> = {
  'resource-explorer-2:ListIndexes': { Indexes: [] },
  'config:DescribeConfigurationRecorders': { ConfigurationRecorders: [] },
  'tagging:GetResources': { ResourceTagMappingList: [] },
};
