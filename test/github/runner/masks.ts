/** Hides secrets in everything a job shows, as the runner does: as they are, and as they look when encoded. */

/** Their order, and the forms, are those of the runner's masker. */
export class Masks {
  private readonly hidden = new Set<string>();

  /** The value, each of its lines, and what encoders make of them. */
  add(value: string): void {
    for (const one of [value, ...value.split(/\r?\n/).map((line) => line.trim())]) {
      if (one.trim() === '') continue;
      for (const form of formsOf(one)) this.hidden.add(form);
    }
  }

  apply(text: string): string {
    const longestFirst = [...this.hidden].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }
}

function formsOf(value: string): readonly string[] {
  const forms = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ...[0, 1, 2].map((shift) => base64At(value, shift)),
  ];
  return forms.filter((form) => form.length > 0);
}

/** The middle of what base64 makes of it when it begins at any of three places of a longer text. */
function base64At(value: string, shift: number): string {
  const bytes = Buffer.from(value).subarray(shift);
  return bytes.length < 3 ? '' : bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
}
