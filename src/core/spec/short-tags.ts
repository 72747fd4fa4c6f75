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
  'Sub',
]);

/** How the tag is written out: `Ref` or `Fn::Name`; null for any other tag. */
export function longForm(tag: string): string | null {
  const name = tag.startsWith('!') ? tag.slice(1) : '';
  if (name === 'Ref' || name === 'Condition') return name;
  return FUNCTIONS.has(name) ? `Fn::${name}` : null;
}

/** What to do about a tag; `value` when it is short enough to show. */
export function tagAdvice(tag: string, value: string | null): string {
  const long = longForm(tag);
  if (long === null) return 'leave it away';
  const key = long.includes(':') ? `"${long}"` : long;
  return `Heat does not read CloudFormation's short tags, write { ${key}: ${written(long, value)} }`;
}

function written(long: string, value: string | null): string {
  if (value === null || value === '') return '…';
  return long === 'Fn::GetAtt' ? `[ ${value.replace('.', ', ')} ]` : value;
}
