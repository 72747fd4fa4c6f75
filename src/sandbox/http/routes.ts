// Finds the handler of a method and path in a table of patterns such as `GET /stacks/:name/:id`.

export type Parameters = Readonly<Record<string, string>>;

export interface Matched<H> {
  readonly handler: H;
  readonly parameters: Parameters;
}

interface Pattern<H> {
  readonly segments: readonly string[];
  readonly handler: H;
}

/** Builds the finder once; later patterns lose to earlier ones. */
export function routes<H>(
  table: Readonly<Record<string, H>>,
): (method: string, path: string) => Matched<H> | undefined {
  const byShape = new Map<string, Pattern<H>[]>();
  for (const [key, handler] of Object.entries(table)) addPattern(byShape, key, handler);
  return (method, path) => {
    const segments = segmentsOf(path);
    for (const pattern of byShape.get(`${method} ${segments.length}`) ?? []) {
      const parameters = match(pattern.segments, segments);
      if (parameters !== undefined) return { handler: pattern.handler, parameters };
    }
    return undefined;
  };
}

function addPattern<H>(byShape: Map<string, Pattern<H>[]>, key: string, handler: H): void {
  const [method = '', path = ''] = key.split(' ');
  const segments = segmentsOf(path);
  const shape = `${method} ${segments.length}`;
  byShape.set(shape, [...(byShape.get(shape) ?? []), { segments, handler }]);
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function match(pattern: readonly string[], segments: readonly string[]): Parameters | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = decoded(segments[index] ?? '');
    if (part.startsWith(':')) parameters[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
