export function guardrailReference(
  packs: Readonly<Record<string, string>>,
  facts: unknown,
  page: string,
): string;
