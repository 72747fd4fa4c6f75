/** Globs over repository paths: `*` and `?` inside a name, `**` over folders, `{a,b}` for choices. */

/** Choices written out, `./` and doubled slashes gone; a glob that leads outside matches nothing. */
export function normalGlobs(globs: readonly string[]): readonly string[] {
  const plain = globs.flatMap((glob) => choices(glob.trim()));
  const normal = plain.map((glob) =>
    glob
      .split('/')
      .filter((step, index) => step !== '.' && (step !== '' || index === 0))
      .join('/'),
  );
  return [...new Set(normal)].filter(
    (glob) => glob !== '' && !glob.startsWith('/') && !glob.split('/').includes('..'),
  );
}

/** The longest beginning without a wildcard: only there is anything to look for. */
export function fixedFolder(glob: string): string {
  const steps = glob.split('/').slice(0, -1);
  const wild = steps.findIndex((step) => /[*?]/.test(step));
  return (wild < 0 ? steps : steps.slice(0, wild)).join('/');
}

/** `glob` is one of `normalGlobs`. */
export function matchesGlob(glob: string, path: string): boolean {
  if (/(?:^|\/)\./.test(path) && !/(?:^|\/)\./.test(glob)) return false;
  return matches(glob.split('/'), path.split('/'), (step, name) => step === '**' || nameMatches(step, name));
}

function nameMatches(pattern: string, name: string): boolean {
  // as for shells, a hidden file is meant only when its dot is written
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  return matches(
    [...pattern].map((sign) => (sign === '*' ? '**' : sign)),
    [...name],
    (sign, letter) => {
      return sign === '?' || sign === letter;
    },
  );
}

/** `**` stands for any number of items; going back to the last one only keeps the time in bounds. */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let starItem = 0;
  for (let item = 0; item < items.length; ) {
    const sign = pattern[at];
    if (sign === '**') {
      star = at++;
      starItem = item;
    } else if (sign !== undefined && same(sign, items[item] ?? '')) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++starItem;
    } else return false;
  }
  return pattern.slice(at).every((sign) => sign === '**');
}

const MAX_CHOICES = 1_000;

function choices(glob: string): readonly string[] {
  let open = [glob];
  for (;;) {
    const next = open.flatMap((one) => {
      const found = /\{([^{}]*)\}/.exec(one);
      if (found === null) return [one];
      const [all, inside = ''] = found;
      return inside
        .split(',')
        .map((choice) => one.slice(0, found.index) + choice + one.slice(found.index + all.length));
    });
    if (next.length === open.length && next.every((one, index) => one === open[index])) return next;
    if (next.length > MAX_CHOICES) return [];
    open = next;
  }
}

/** Whether one of the globs fits a path. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const normal = normalGlobs(globs);
  return (path) => normal.some((glob) => matchesGlob(glob, path));
}
