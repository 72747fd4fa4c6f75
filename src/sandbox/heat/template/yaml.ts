// Reads YAML as Heat does: PyYAML's 1.1 typing, with dates left as strings.

import { parse, type ScalarTag, YAMLParseError } from 'yaml';
import type { Json } from '../../json.ts';

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;

export type YamlResult =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'error'; readonly message: string };

/** PyYAML knows no y/n booleans, which the yaml package's 1.1 schema has (heat/common/template_format.py). */
export function readYaml(text: string): YamlResult {
  try {
    const value: unknown = parse(text, {
      version: '1.1',
      customTags: (tags) => [...tags.filter((tag) => keeps(tag)), truth(TRUE, true), truth(FALSE, false)],
      logLevel: 'error',
    });
    return { kind: 'value', value: (value ?? null) as Json };
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) {
      return { kind: 'error', message: error.message };
    }
    throw error;
  }
}

function keeps(tag: unknown): boolean {
  const name = typeof tag === 'object' && tag !== null && 'tag' in tag ? String(tag.tag) : String(tag);
  return !/(?::|^)(?:bool|timestamp)$/.test(name);
}

function truth(test: RegExp, value: boolean): ScalarTag {
  return { tag: 'tag:yaml.org,2002:bool', default: true, test, resolve: () => value };
}
