/** Refuses paths of rules to ignore that nothing is named by: a rule that never holds hides its mistake. */
import type { Problem } from '../../model/problem.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { dotted } from '../spec/schema-problems.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';
import { entriesAt } from './entries.ts';

export function ignorePathProblems({ yaml, value }: SpecDocument): readonly Problem[] {
  return entriesAt(value, '/spec/ignore').flatMap((entry) => {
    const { path } = entry.value;
    const why = typeof path === 'string' ? complaint(path) : null;
    if (why === null) return [];
    const pointer = `${entry.pointer}/path`;
    const message = `${dotted(pointer)} is ${quote(String(path))}; ${why}`;
    return [{ ...positionOf(yaml, pointer), message }];
  });
}

function complaint(path: string): string | null {
  const [, word = '', behind = ''] = /^([^\s.*]+)([\s.*]?)/.exec(path) ?? [];
  if (word === '' || behind === '*') return null;
  const known = SUBJECTS.has(word) ? ' ' : FIELDS.has(word) ? '.' : null;
  if (known === null || (behind !== '' && behind !== known))
    return `nothing begins with ${quote(word + behind)}; ${RIGHT}`;
  const item = FIELDS.has(word) ? /\[(\d+)\]/.exec(path) : null;
  return item === null ? null : `items of a list are named by a dot: write .${item[1]} instead of ${item[0]}`;
}

const RIGHT =
  'write it as a finding is named, such as "server web-1 metadata.owner", or a field of the stack, such as "resources.web.properties.max_size"';

/** The first words of what drift finds in the services. */
const SUBJECTS: ReadonlySet<string> = new Set([
  'alarm',
  'floating',
  'group',
  'health',
  'listener',
  'load',
  'member',
  'pool',
  'port',
  'security',
  'server',
  'stack',
]);

/** What a stack is made of, and the sections of templates in both languages. */
const FIELDS: ReadonlySet<string> = new Set([
  'environment',
  'files',
  'metadata',
  'parameters',
  'resources',
  'tags',
  'conditions',
  'description',
  'heat_template_version',
  'outputs',
  'parameter_groups',
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'HeatTemplateFormatVersion',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
]);
