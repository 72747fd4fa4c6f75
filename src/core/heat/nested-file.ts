/** Which nested file stands behind a resource's type: named directly, or through the environment's registry. */
import type { StackEnvironment } from '../../model/spec.ts';

export function nestedFile(
  type: string,
  files: Readonly<Record<string, string>>,
  { resource_registry }: Pick<StackEnvironment, 'resource_registry'>,
): string | null {
  if (Object.hasOwn(files, type)) return type;
  const mapped = Object.hasOwn(resource_registry, type) ? resource_registry[type] : undefined;
  return typeof mapped === 'string' && Object.hasOwn(files, mapped) ? mapped : null;
}
