/** Heat's paths below /v1/{project}. */
import type { StackRef } from '../../../model/observed.ts';

export const STACKS = '/stacks';

/** With name and id: by name alone Heat answers a redirect. */
export function stackPath({ name, id }: StackRef): string {
  return `${STACKS}/${encodeURIComponent(name)}/${encodeURIComponent(id)}`;
}

export function stackPart(
  stack: StackRef,
  part: 'template' | 'environment' | 'files' | 'resources' | 'events',
): string {
  return `${stackPath(stack)}/${part}`;
}

export function resourcePath(stack: StackRef, resource: string): string {
  return `${stackPart(stack, 'resources')}/${encodeURIComponent(resource)}`;
}

export function metadataPath(stack: StackRef, resource: string): string {
  return `${resourcePath(stack, resource)}/metadata`;
}

/** The stack that a link of Heat's points to; only its name and id are believed, never its host. */
export function stackInLink(href: string): StackRef | null {
  const [, name, id] = /\/stacks\/([^/?#]+)\/([^/?#]+)/.exec(href) ?? [];
  return name === undefined || id === undefined ? null : { name: decoded(name), id: decoded(id) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
