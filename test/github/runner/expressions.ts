/** Works out `${{ }}` and `if:` with GitHub's own package. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions may look at: `github`, `secrets`, `steps`, … */
export type Scope = Readonly<Record<string, unknown>>;

export interface Status {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

const CONTEXTS = ['github', 'env', 'vars', 'job', 'jobs', 'steps', 'runner', 'secrets', 'needs', 'inputs'];
const GOING_WELL: Status = { failed: false, cancelled: false };

/** The text with its expressions worked out. */
export function interpolate(text: string, scope: Scope): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, scope, GOING_WELL).coerceString(),
  );
}

export function interpolated(values: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, interpolate(text, scope)]));
}

/** Whether a condition holds: `success()`, `github.event.pull_request.merged`. */
export function holds(condition: string, scope: Scope, status: Status): boolean {
  const value = evaluate(condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1'), scope, status);
  return !isFalsy(value);
}

/** A flag such as `continue-on-error` or `cancel-in-progress`. */
export function isOn(text: string, scope: Scope): boolean {
  return interpolate(text, scope) === 'true';
}

function evaluate(expression: string, scope: Scope, status: Status): data.ExpressionData {
  const functions = statusFunctions(status);
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, CONTEXTS, [...functions.values()]).parse();
  const context: unknown = JSON.parse(JSON.stringify(scope), data.reviver);
  if (!(context instanceof data.Dictionary)) throw new Error('expressions look at a mapping of contexts');
  return new Evaluator(parsed, context, functions).evaluate();
}

function statusFunctions({ failed, cancelled }: Status) {
  const said = {
    success: !failed && !cancelled,
    failure: failed && !cancelled,
    always: true,
    cancelled,
  };
  return new Map(
    Object.entries(said).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  );
}

/** As GitHub: false, 0, the empty text and null. */
function isFalsy(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Null:
      return true;
    case data.Kind.Boolean:
    case data.Kind.Number:
    case data.Kind.String:
      return !value.value;
    default:
      return false;
  }
}
