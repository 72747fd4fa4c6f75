/** Tells whether a file that a run does not read as a spec seems to be the spec of a stack: in doubt, yes. */
import { stackNameOf } from '../spec/bare-template.ts';

const SPEC = /\bapiVersion["']?\s*:\s*["']?thermostat\//;
const TEMPLATE = /\b(?:heat_template_version|HeatTemplateFormatVersion|AWSTemplateFormatVersion)\b/;

/** Where a spec may stand at all. */
export const SPEC_GLOBS: readonly string[] = ['**/*.{yaml,yml,json,template,hot}'];

export function seemsToSpecify(name: string, path: string, text: string): boolean {
  if (TEMPLATE.test(text) && stackNameOf(path) === name) return true;
  return SPEC.test(text) && mentions(text, name);
}

function mentions(text: string, name: string): boolean {
  const quoted = name.replaceAll(/[^\w]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${quoted}(?![\\w.-])`).test(text);
}
