/** Kinds of user data, by their MIME types and by the first lines that tell them. */

/** cloudinit/handlers/__init__.py INCLUSION_TYPES_MAP, longest first where one begins like another. */
const FIRST_LINES: readonly (readonly [RegExp, PartType])[] = [
  [/^#cloud-config-archive(?:\s|$)/i, 'text/cloud-config-archive'],
  [/^#cloud-config-jsonp(?:\s|$)/i, 'text/cloud-config-jsonp'],
  [/^#cloud-config(?:\s|$)/i, 'text/cloud-config'],
  [/^#!\s*\/\S/, 'text/x-shellscript'],
  [/^#include-once(?:\s|$)/i, 'text/x-include-once-url'],
  [/^#include(?:\s|$)/i, 'text/x-include-url'],
  [/^#cloud-boothook\s*$/, 'text/cloud-boothook'],
  [/^#part-handler\s*$/, 'text/part-handler'],
  [/^## *template: *jinja/i, 'text/jinja2'],
];

export const PART_TYPES = [
  'text/cloud-config',
  'text/cloud-config-archive',
  'text/cloud-config-jsonp',
  'text/cloud-boothook',
  'text/jinja2',
  'text/part-handler',
  'text/x-include-url',
  'text/x-include-once-url',
  'text/x-shellscript',
  'text/x-shellscript-per-boot',
  'text/x-shellscript-per-instance',
  'text/x-shellscript-per-once',
] as const;

export type PartType = (typeof PART_TYPES)[number];

export const FIRST_LINE_EXAMPLES = [
  '#cloud-config',
  '#!/bin/sh',
  '#include',
  '#cloud-boothook',
  '#part-handler',
  '## template: jinja',
  'Content-Type: (MIME)',
];

/** The kind that the first line tells; `mime` = a MIME message; null = cloud-init would pass it over. */
export function typeOfText(text: string): PartType | 'mime' | null {
  const first = text.split('\n', 1)[0] ?? '';
  if (/^(?:content-type|mime-version):|^from /i.test(first)) return 'mime';
  return FIRST_LINES.find(([pattern]) => pattern.test(first))?.[1] ?? null;
}

export function isPartType(type: string): type is PartType {
  return PART_TYPES.some((known) => known === type);
}

export function isShellScript(type: PartType): boolean {
  return type.startsWith('text/x-shellscript');
}
