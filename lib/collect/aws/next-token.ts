/** The token of the next page, as EC2 and others name it. */
export function nextToken(output: { readonly NextToken?: string | undefined }): string | undefined {
  return output.NextToken;
}
