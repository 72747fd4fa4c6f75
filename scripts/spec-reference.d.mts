export const MARKER: string;
export function specReference(schema: object, page: string): string;
export function fieldPaths(
  schema: object,
  kind: string,
): Map<string, { readonly given: object; readonly required?: boolean }>;
