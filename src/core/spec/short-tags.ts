/** CloudFormation's short tags, `!Ref name`, which Heat's YAML reader does not know. */

const FUNCTIONS = new Set([
  'And',
  'Base64',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'Join',
  'Not',
  'Or',
  'Select',
  'Split',
]);

/** heat/engine/cfn/template.py functions has none for it. */
const WITHOUT_A_FORM: ReadonlyMap<string, string> = new Map([['Sub', 'Fn::Join']]);

/** What stands in place of the tag: `Ref` or `Fn::Name`; null for any other tag. */
export function longForm(tag: string): string | null {
  const name = tag.startsWith('!') ? tag.slice(1) : '';
  if (name === 'Ref' || name === 'Condition') return name;
  if (FUNCTIONS.has(name)) return `Fn::${name}`;
  return WITHOUT_A_FORM.get(name) ?? null;
}

/** What to do about a tag; `value` when it is short enough to show. */
export function tagAdvice(tag: string, value: string | null): string {
  const long = longForm(tag);
  if (long === null) return 'leave it away';
  const key = long.includes(':') ? `"${long}"` : long;
  return `Heat does not read CloudFormation's short tags, write { ${key}: ${written(long, value)} }`;
}

function written(long: string, value: string | null): string {
  if (value === null || value === '' || long === 'Fn::Join') return '…';
  return long === 'Fn::GetAtt' ? `[ ${value.replace('.', ', ')} ]` : value;
}
