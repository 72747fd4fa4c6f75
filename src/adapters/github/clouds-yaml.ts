/** Finds the secrets inside the text of a clouds.yaml, so that each can be masked by itself. */
import { parse } from 'yaml';

const SECRET = /password|secret|token|passcode/i;

/** Values under secret names; of a text that can't be read, every line. */
export function cloudsYamlSecrets(text: string | null): readonly string[] {
  if (text === null) return [];
  return [...new Set([...secretValues(text), ...lines(text)])].filter((secret) => secret.length >= 4);
}

function secretValues(text: string): readonly string[] {
  try {
    return collect(parse(text, { schema: 'failsafe', logLevel: 'silent' }), '');
  } catch {
    return text.split(/\s+/);
  }
}

function collect(value: unknown, name: string): readonly string[] {
  if (typeof value === 'string') return SECRET.test(name) ? [value, ...value.split('\n')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, key));
}

/** The runner masks a secret of several lines only as a whole. */
function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => SECRET.test(line))
    .map((line) => line.trim());
}
