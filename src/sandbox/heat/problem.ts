// What Heat refuses, with the class name and status its API shows.

const STATUS: Readonly<Record<string, number>> = {
  EntityNotFound: 404,
  NotFound: 404,
  ResourceNotFound: 404,
  StackExists: 409,
  ActionInProgress: 409,
  Forbidden: 403,
  HTTPForbidden: 403,
};

/** Thrown while a request is understood; the API turns it into its answer. */
export class HeatProblem extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
    this.status = STATUS[type] ?? 400;
  }
}

/** What is wrong with a template or a property, before it is known how it will be told. */
export class InvalidValue extends Error {
  readonly error: string;
  readonly path: readonly string[];

  constructor(error: string, path: readonly string[], message: string) {
    super(message);
    this.error = error;
    this.path = path;
  }

  /** Inside another path, for instance a nested stack's. */
  under(path: readonly string[]): InvalidValue {
    return new InvalidValue(this.error, [...path, ...this.path], this.message);
  }

  /** As the API shows it: the parts joined by ": : " (an exception that crossed Heat's RPC; measured). */
  toProblem(): HeatProblem {
    return new HeatProblem('StackValidationFailed', this.text(': : '));
  }

  /** As a status reason shows it (heat/common/exception.py HeatExceptionWithPath). */
  toReason(): string {
    return this.text(': ');
  }

  private text(separator: string): string {
    return [this.error, joinPath(this.path), this.message].filter((part) => part !== '').join(separator);
  }
}

/** `resources.a.properties.networks[0]` from its parts. */
export function joinPath(path: readonly string[]): string {
  return path.reduce((text, part) => {
    if (/^\d+$/.test(part)) return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

export function badRequest(message: string): HeatProblem {
  return new HeatProblem('HTTPBadRequest', message);
}

export function stackNotFound(name: string): HeatProblem {
  return new HeatProblem('EntityNotFound', `The Stack (${name}) could not be found.`);
}

/** Python's repr() of a value, which Heat's messages are full of. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${pythonRepr(key)}: ${pythonRepr(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}
