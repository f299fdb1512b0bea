/** Where a scan keeps its standard, in the folder of its snapshot. */
export const standardFile = 'standard.yaml';
