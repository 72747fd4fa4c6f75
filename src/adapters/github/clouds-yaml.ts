/** Finds the secrets inside the text of a clouds.yaml, so that each can be masked by itself. */

/** A key that names a secret, then its value: quoted, or up to what ends a plain one. */
const SECRET =
  /(?:password|secret|token|passcode)["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s,}][^,}\n]*))/gi;

/** Shorter values would mask half of every log. */
const SHORTEST = 4;

/**
 * Read without YAML, before anything can go wrong with the text. What is written over several lines is masked
 * when the cloud's settings are read.
 */
export function cloudsYamlSecrets(text: string | null): readonly string[] {
  const found = [...(text ?? '').matchAll(SECRET)].flatMap(([, double, single, plain]) => [
    double ?? single ?? plain ?? '',
    unescaped(double ?? ''),
    (single ?? '').replaceAll("''", "'"),
    (plain ?? '').replace(/\s+#.*$/, '').trim(),
  ]);
  return [...new Set(found)].filter((secret) => secret.trim().length >= SHORTEST);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(["\\/])/g, '$1');
}
