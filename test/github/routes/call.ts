/** What a route gets and gives. */
import type { Shape } from '../shapes/decorated.ts';
import type { Store, Token } from '../state/store.ts';

export interface Call {
  readonly store: Store;
  readonly token: Token;
  /** `{issue_number}` of the template → its text. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Checked against GitHub's description before. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether the raw content of a file is asked for. */
  readonly raw: boolean;
}

export type Answer =
  | {
      readonly status: number;
      readonly body?: unknown;
      /** A limit that the request broke. */
      readonly refusal?: string;
      /** A permission that the token lacks, where GitHub does not say so by its status. */
      readonly missing?: string;
    }
  | { readonly status: number; readonly text: string }
  | ListAnswer;

/** Cut into pages by the server. */
export interface ListAnswer {
  readonly list: readonly Shape[];
  /** The name of the list in an object with `total_count`; none = the list alone. */
  readonly within?: string;
  readonly around?: Shape;
}

export type Route = (call: Call) => Answer;
export type Routes = Readonly<Record<string, Route>>;

/** GitHub takes no longer body of an issue, a pull request or a comment; its description does not say so. */
export const MAX_BODY = 65_536;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const NO_CONTENT: Answer = { status: 204 };

export function refused(status: number, message: string): Answer {
  return { status, body: basicError(status, message) };
}

export const NOT_FOUND: Answer = refused(404, 'Not Found');

export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'custom' | 'unprocessable';
  readonly message?: string;
}

/** @param limit true = no client that knows GitHub sends this, so the test fails. */
export function invalid(error: FieldError, limit = false): Answer {
  const body = {
    ...basicError(422, 'Validation Failed'),
    errors: [error],
  };
  return limit
    ? { status: 422, body, refusal: `${error.field}: ${error.message ?? error.code}` }
    : { status: 422, body };
}

export function basicError(status: number, message: string) {
  return { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

export function tooLong(resource: string, text: unknown): Answer | null {
  if (typeof text !== 'string' || text.length <= MAX_BODY) return null;
  const message = `body is too long (maximum is ${MAX_BODY} characters)`;
  return invalid({ resource, field: 'body', code: 'custom', message }, true);
}

/** A field of the body that is a text, when it is there. */
export function textOf(body: Call['body'], name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function textsOf(body: Call['body'], name: string): readonly string[] {
  const value = body[name];
  return Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? String(one.name) : String(one)))
    : [];
}

export function numberIn(path: Call['path'], name: string): number {
  return Number(path[name]);
}
