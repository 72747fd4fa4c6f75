/** The stacks a contract run plays on: all asked for at the beginning, each waited for when a truth needs it. */
import { expect } from 'vitest';
import type { CloudUnderTest } from './cloud-under-test.ts';
import { type JsonRecord, list, pick, record, text } from './json.ts';

export interface Member {
  readonly name: string;
  readonly id: string;
  readonly type: string;
  readonly status: string;
}

export interface Stage {
  /** The cloud; only inside tests. */
  cloud(): CloudUnderTest;
  /** Announces a stack; the body is a create request without its name. */
  stack(name: string, body: JsonRecord): StackHandle;
  raise(open: () => Promise<CloudUnderTest>): Promise<void>;
  strike(): Promise<void>;
}

export function newStage(): Stage {
  let cloud: CloudUnderTest | null = null;
  const announced: StackHandle[] = [];
  const present = () => {
    if (cloud === null)
      throw new Error('the cloud is opened before the first test, not while tests are defined');
    return cloud;
  };
  return {
    cloud: present,
    stack(name, body) {
      const handle = new StackHandle(present, name, body);
      announced.push(handle);
      return handle;
    },
    async raise(open) {
      cloud = await open();
      // one that is refused fails the truths told on it, not all others
      for (const handle of announced) await handle.create().catch((refusal: unknown) => handle.fail(refusal));
    },
    async strike() {
      await cloud?.close();
    },
  };
}

/** A stack by the path Heat gave it; its methods wait until Heat is at rest. */
export class StackHandle {
  readonly #cloud: () => CloudUnderTest;
  readonly #shortName: string;
  readonly #body: JsonRecord;
  #path = '';
  #refusal: unknown = null;

  constructor(cloud: () => CloudUnderTest, shortName: string, body: JsonRecord) {
    this.#cloud = cloud;
    this.#shortName = shortName;
    this.#body = body;
  }

  get name(): string {
    return `${this.#cloud().prefix}${this.#shortName}`;
  }

  /** `/stacks/{name}/{id}` */
  get path(): string {
    if (this.#refusal !== null) throw this.#refusal;
    return this.#path;
  }

  fail(refusal: unknown): void {
    this.#refusal = refusal;
  }

  get id(): string {
    return this.path.split('/').at(-1) ?? '';
  }

  get body(): JsonRecord {
    return this.#body;
  }

  async create(): Promise<void> {
    const request = { stack_name: this.name, disable_rollback: true, ...this.#body };
    const answer = await this.#cloud().call('orchestration', 'POST', '/stacks', request);
    expect([answer.status, pick(answer.json, 'error', 'message')], `create ${this.name}`).toEqual([
      201,
      undefined,
    ]);
    this.adopt(text(answer.json, 'stack', 'id'));
  }

  /** For a stack that a test asked for by itself. */
  adopt(id: string): void {
    this.#path = `/stacks/${this.name}/${id}`;
  }

  async get(below = ''): Promise<unknown> {
    const answer = await this.#cloud().call('orchestration', 'GET', `${this.path}${below}`);
    expect(answer, `GET ${this.path}${below}`).toMatchObject({ status: 200 });
    return answer.json;
  }

  async show(): Promise<JsonRecord> {
    return record(await this.get(), 'stack');
  }

  /** The stack when nothing of it is in progress. */
  async settled(path = this.path): Promise<JsonRecord> {
    return this.#cloud().wait(async () => {
      const answer = await this.#cloud().call('orchestration', 'GET', path);
      if (answer.status !== 200) throw new Error(`GET ${path}: ${JSON.stringify(answer.json)}`);
      const stack = record(answer.json, 'stack');
      return text(stack, 'stack_status').endsWith('_IN_PROGRESS') ? null : stack;
    }, `${path} to settle`);
  }

  async ready(): Promise<JsonRecord> {
    const stack = await this.settled();
    expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('CREATE_COMPLETE');
    return stack;
  }

  /** PUT, and the stack when it has settled. */
  async put(body: JsonRecord): Promise<JsonRecord> {
    return this.#update('PUT', body);
  }

  async patch(body: JsonRecord): Promise<JsonRecord> {
    return this.#update('PATCH', body);
  }

  async #update(method: 'PUT' | 'PATCH', body: JsonRecord): Promise<JsonRecord> {
    const answer = await this.#cloud().call('orchestration', method, this.path, body);
    expect(answer, `${method} ${this.path}`).toMatchObject({ status: 202 });
    return this.settled();
  }

  async resource(name: string): Promise<JsonRecord> {
    return record(await this.get(`/resources/${name}`), 'resource');
  }

  /** `/stacks/{name}/{id}` of a group's nested stack. */
  async nested(group = 'group'): Promise<string> {
    const link = list(await this.resource(group), 'links').find((entry) => pick(entry, 'rel') === 'nested');
    return text(link, 'href').replace(/^.*(?=\/stacks\/)/, '');
  }

  /** A group's members, the oldest first; equal ages by name. */
  async members(group = 'group'): Promise<readonly Member[]> {
    const path = `${await this.nested(group)}/resources?with_detail=true`;
    const answer = await this.#cloud().call('orchestration', 'GET', path);
    const byAge = (one: unknown, other: unknown) => (ageKey(one) < ageKey(other) ? -1 : 1);
    return [...list(answer.json, 'resources')].sort(byAge).map((entry) => ({
      name: text(entry, 'resource_name'),
      id: text(entry, 'physical_resource_id'),
      type: text(entry, 'resource_type'),
      status: text(entry, 'resource_status'),
    }));
  }

  async metadata(group = 'group'): Promise<JsonRecord> {
    return record(await this.get(`/resources/${group}/metadata`), 'metadata');
  }

  /** Every event of the stack and its nested ones after this one, the oldest first. */
  async events(after = ''): Promise<readonly JsonRecord[]> {
    const marker = after === '' ? '' : `&marker=${after}`;
    const answer = await this.get(`/events?nested_depth=3&sort_dir=asc${marker}`);
    return list(answer, 'events').map((entry) => record(entry));
  }

  async lastEvent(): Promise<string> {
    return text((await this.events()).at(-1), 'id');
  }

  /** Signals a scaling policy and waits until the group has this many members and rests. */
  async scale(policy: string, members: number, group = 'group'): Promise<readonly Member[]> {
    await this.signal(policy);
    return this.#cloud().wait(async () => {
      const now = await this.members(group);
      const resting = (await this.metadata(group))['scaling_in_progress'] === false;
      const whole = now.every((member) => member.status.endsWith('_COMPLETE'));
      return now.length === members && resting && whole ? now : null;
    }, `${this.name}.${group} to have ${members} members`);
  }

  async signal(policy: string): Promise<void> {
    const answer = await this.#cloud().call(
      'orchestration',
      'POST',
      `${this.path}/resources/${policy}/signal`,
      {},
    );
    expect(answer, `signal ${policy}`).toMatchObject({ status: 200 });
  }
}

function ageKey(resource: unknown): string {
  return `${text(resource, 'creation_time')} ${text(resource, 'resource_name')}`;
}
