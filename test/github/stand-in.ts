/** A GitHub on loopback that keeps what it is told: comments, check runs, pulls, tokens with permissions. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface StandInComment {
  readonly id: number;
  body: string;
  readonly login: string;
}

export interface StandInCheck {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  readonly conclusion: string;
  readonly external_id: string;
  readonly output: { readonly title: string; readonly summary: string; readonly text: string };
  readonly annotations: { readonly path: string; readonly start_line: number; readonly message: string }[];
}

export interface StandInToken {
  /** `github-actions[bot]`, or a person. */
  readonly login: string;
  /** As `permissions:` of a workflow: what may be written. */
  readonly write: readonly ('issues' | 'pull-requests' | 'checks')[];
  /** Whether GraphQL and /user tell it who it is. */
  readonly knowsItself?: 'graphql' | 'rest' | 'no';
}

export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times: number;
  /** Closes the connection instead of an answer. */
  readonly reset?: boolean;
}

interface Pull {
  readonly number: number;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string;
  readonly head: { readonly sha: string };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly token: StandInToken;
}

/** GitHub's own limits (docs and the answers it gives). */
const MAX_BODY = 65_536;
const MAX_CHECK_TEXT = 65_535;
const MAX_ANNOTATIONS = 50;

type Handler = (this: GitHubStandIn, request: Request, ids: readonly string[]) => Answer;

export class GitHubStandIn {
  readonly comments: StandInComment[] = [];
  readonly checks: StandInCheck[] = [];
  readonly pulls = new Map<string, readonly Pull[]>();
  readonly tokens = new Map<string, StandInToken>();
  /** `POST /repos/…`, in order. */
  readonly requests: string[] = [];
  private faults: { fault: Fault; left: number }[] = [];
  private nextId = 1000;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(): Promise<GitHubStandIn> {
    const standIn = new GitHubStandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  fail(fault: Fault): void {
    this.faults.push({ fault, left: fault.times });
  }

  comment(login: string, body: string): StandInComment {
    const comment = { id: this.nextId++, body, login };
    this.comments.push(comment);
    return comment;
  }

  newId(): number {
    return this.nextId++;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    this.requests.push(`${method} ${url.pathname}`);
    const fault = this.takeFault(method, url.pathname);
    if (fault?.reset) {
      request.socket.destroy();
      return;
    }
    const answer = fault
      ? { status: fault.status, body: { message: 'scripted' }, headers: fault.headers ?? {} }
      : this.answer(method, url, request.headers.authorization ?? '', text);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }

  private takeFault(method: string, path: string): Fault | null {
    const found = this.faults.find(
      ({ fault, left }) => left > 0 && fault.method === method && fault.path.test(path),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.fault;
  }

  private answer(method: string, url: URL, authorization: string, text: string): Answer {
    const token = this.tokens.get(authorization.replace(/^(token|bearer) /i, ''));
    if (token === undefined) return { status: 401, body: { message: 'Bad credentials' } };
    const body = text === '' ? {} : JSON.parse(text);
    for (const [routeMethod, pattern, handle] of ROUTES) {
      const found = pattern.exec(url.pathname);
      if (routeMethod === method && found) {
        return handle.call(
          this,
          { method, path: url.pathname, query: url.searchParams, body, token },
          found.slice(1),
        );
      }
    }
    return { status: 404, body: { message: 'Not Found' } };
  }
}

const FORBIDDEN: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } };

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/, listComments],
  ['POST', /^\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/, createComment],
  ['PATCH', /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/, updateComment],
  ['DELETE', /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/, deleteComment],
  ['POST', /^\/repos\/[^/]+\/[^/]+\/check-runs$/, createCheck],
  ['PATCH', /^\/repos\/[^/]+\/[^/]+\/check-runs\/(\d+)$/, updateCheck],
  ['GET', /^\/repos\/[^/]+\/[^/]+\/commits\/([0-9a-f]+)\/pulls$/, pullsOfCommit],
  ['GET', /^\/repos\/[^/]+\/[^/]+\/commits\/([0-9a-f]+)\/check-runs$/, checksOfCommit],
  ['GET', /^\/user$/, user],
  ['POST', /^\/graphql$/, viewer],
];

function listComments(this: GitHubStandIn, { query }: Request): Answer {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const shown = this.comments.slice((page - 1) * size, page * size);
  const more = page * size < this.comments.length;
  const next = `<${this.url}/repos/o/r/issues/1/comments?per_page=${size}&page=${page + 1}>; rel="next"`;
  return { status: 200, body: shown.map(commentBody), headers: more ? { link: next } : {} };
}

function createComment(this: GitHubStandIn, request: Request): Answer {
  if (!mayComment(request)) return FORBIDDEN;
  const body = String(request.body['body'] ?? '');
  if (body.length > MAX_BODY) return tooLong('body', MAX_BODY);
  return { status: 201, body: commentBody(this.comment(request.token.login, body)) };
}

function updateComment(this: GitHubStandIn, request: Request, [id]: readonly string[]): Answer {
  if (!mayComment(request)) return FORBIDDEN;
  const comment = this.comments.find((one) => one.id === Number(id));
  if (comment === undefined) return { status: 404, body: { message: 'Not Found' } };
  const body = String(request.body['body'] ?? '');
  if (body.length > MAX_BODY) return tooLong('body', MAX_BODY);
  comment.body = body;
  return { status: 200, body: commentBody(comment) };
}

function deleteComment(this: GitHubStandIn, request: Request, [id]: readonly string[]): Answer {
  if (!mayComment(request)) return FORBIDDEN;
  const index = this.comments.findIndex((one) => one.id === Number(id));
  if (index < 0) return { status: 404, body: { message: 'Not Found' } };
  this.comments.splice(index, 1);
  return { status: 204 };
}

function createCheck(this: GitHubStandIn, { body, token }: Request): Answer {
  if (!token.write.includes('checks')) return FORBIDDEN;
  const output = outputOf(body);
  const refused = refuseOutput(output);
  if (refused !== null) return refused;
  const id = this.newId();
  this.checks.push({
    id,
    name: String(body['name']),
    head_sha: String(body['head_sha']),
    conclusion: String(body['conclusion']),
    external_id: String(body['external_id']),
    output,
    annotations: [...output.annotations],
  });
  return { status: 201, body: { id } };
}

function updateCheck(this: GitHubStandIn, { body, token }: Request, [id]: readonly string[]): Answer {
  if (!token.write.includes('checks')) return FORBIDDEN;
  const check = this.checks.find((one) => one.id === Number(id));
  if (check === undefined) return { status: 404, body: { message: 'Not Found' } };
  const output = outputOf(body);
  const refused = refuseOutput(output);
  if (refused !== null) return refused;
  check.annotations.push(...output.annotations);
  return { status: 200, body: { id: check.id } };
}

function pullsOfCommit(this: GitHubStandIn, _: Request, [sha]: readonly string[]): Answer {
  return { status: 200, body: this.pulls.get(sha ?? '') ?? [] };
}

function checksOfCommit(this: GitHubStandIn, { query }: Request, [sha]: readonly string[]): Answer {
  const name = query.get('check_name');
  const found = this.checks.filter(
    (check) => check.head_sha === sha && (name === null || check.name === name),
  );
  return { status: 200, body: { total_count: found.length, check_runs: found } };
}

function user(this: GitHubStandIn, { token }: Request): Answer {
  return token.knowsItself === 'rest' ? { status: 200, body: { login: token.login } } : FORBIDDEN;
}

function viewer(this: GitHubStandIn, { token }: Request): Answer {
  if ((token.knowsItself ?? 'graphql') !== 'graphql') return FORBIDDEN;
  return { status: 200, body: { data: { viewer: { login: token.login } } } };
}

interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: StandInCheck['annotations'];
}

function outputOf(body: Record<string, unknown>): CheckOutput {
  return { title: '', summary: '', text: '', annotations: [], ...(body['output'] as Partial<CheckOutput>) };
}

function refuseOutput(output: CheckOutput): Answer | null {
  if (output.annotations.length > MAX_ANNOTATIONS) return tooLong('annotations', MAX_ANNOTATIONS);
  if (output.summary.length > MAX_CHECK_TEXT) return tooLong('summary', MAX_CHECK_TEXT);
  return output.text.length > MAX_CHECK_TEXT ? tooLong('text', MAX_CHECK_TEXT) : null;
}

function tooLong(what: string, limit: number): Answer {
  return { status: 422, body: { message: `Validation Failed: ${what} is too long (maximum is ${limit})` } };
}

/** A comment on a pull request needs either of two permissions. */
function mayComment({ token }: Request): boolean {
  return token.write.includes('issues') || token.write.includes('pull-requests');
}

function commentBody({ id, body, login }: StandInComment) {
  return { id, body, user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
