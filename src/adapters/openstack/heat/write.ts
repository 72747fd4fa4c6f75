/** Creates, updates, deletes stacks, with care for answers that get lost on the way. */
import type { StackRef } from '../../../model/observed.ts';
import type { CloudWriter, StackRequest } from '../../../ports/cloud.ts';
import { CloudError, type CloudErrorCode } from '../../../ports/errors.ts';
import { Refusal } from '../failures.ts';
import type { Service, ServiceRequest } from '../service.ts';
import {
  createStack,
  deleteStack,
  listStacksNamed,
  markResource,
  patchStack,
  showStack,
  updateStack,
} from './requests.ts';
import { createdStack, shownStack, stackPage } from './results.ts';

export interface WriterOptions {
  /** Keystone lets no application credential make a trust, which Heat needs for every new stack. */
  readonly byApplicationCredential: boolean;
  sleep(milliseconds: number): Promise<void>;
}

/** How often, and after how long, a name is tried again that a deleted stack still holds. */
const NAME_TRIES = 5;
const NAME_WAIT_MS = 2000;

export function createWriter(service: Service, options: WriterOptions): Omit<CloudWriter, 'mend'> {
  return {
    async create(request) {
      refuseUnsendable(request);
      try {
        return await createPatiently(service, request, options);
      } catch (error) {
        if (options.byApplicationCredential && error instanceof Refusal && error.status === 500)
          throw trustRefused(request, error);
        const mine = maybeArrived(error) ? await findCreated(service, request) : null;
        if (mine !== null) return mine;
        throw error;
      }
    },
    async update(stack, request) {
      refuseUnsendable(request);
      await sendUpdate(service, stack, updateStack(stack, request));
    },
    async delete(stack) {
      await service.find(deleteStack(stack), () => null);
    },
    async markUnhealthy(stack, resource, reason) {
      await service.call(markResource(stack, resource, { unhealthy: true, reason }), () => null);
    },
    async unmark(stack, resource, reason) {
      await service.find(markResource(stack, resource, { unhealthy: false, reason }), () => null);
    },
    async updateInPlace(stack) {
      await sendUpdate(service, stack, patchStack(stack));
    },
  };
}

async function sendUpdate(service: Service, stack: StackRef, request: ServiceRequest): Promise<void> {
  try {
    await service.call(request, () => null);
  } catch (error) {
    if (maybeArrived(error) && (await isUpdating(service, stack))) return;
    throw error;
  }
}

/** A deleted stack holds its name a moment longer than it is listed; the 409 of that moment did nothing. */
async function createPatiently(
  service: Service,
  request: StackRequest,
  { sleep }: WriterOptions,
): Promise<StackRef> {
  for (let number = 1; ; number += 1) {
    try {
      return await service.call(createStack(request), (body) => createdStack(request.name, body));
    } catch (error) {
      const conflict = error instanceof Refusal && error.status === 409;
      if (!conflict || number >= NAME_TRIES || (await isListed(service, request.name))) throw error;
      await sleep(NAME_WAIT_MS);
    }
  }
}

async function isListed(service: Service, name: string): Promise<boolean> {
  const listed = await quietly(service.call(listStacksNamed([name]), stackPage));
  return listed === null || listed.items.length > 0;
}

const LOST: readonly CloudErrorCode[] = ['unreachable', 'timeout', 'unavailable', 'unexpected-answer'];

function maybeArrived(error: unknown): error is CloudError {
  return error instanceof CloudError && LOST.includes(error.code);
}

/** The stack of our name is ours if it carries exactly our tags; without tags nobody can tell. */
async function findCreated(service: Service, { name, tags }: StackRequest): Promise<StackRef | null> {
  const listed = await quietly(service.call(listStacksNamed([name]), stackPage));
  const found = listed?.items.find((stack) => stack.name === name);
  if (found === undefined || tags.length === 0 || !sameSet(found.tags, tags)) return null;
  return { name, id: found.id };
}

async function isUpdating(service: Service, stack: StackRef): Promise<boolean> {
  const shown = await quietly(service.find(showStack(stack), shownStack));
  return shown?.state.action === 'UPDATE' && shown.state.status === 'IN_PROGRESS';
}

/** What was lost is the error to tell, not that looking after it was in vain too. */
async function quietly<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** Heat would store a mask as if it were the value, and cut a tag at its comma. */
function refuseUnsendable({ name, environment, tags }: StackRequest): void {
  const masked = Object.entries(environment.parameters).find(([, value]) => value === '******');
  if (masked !== undefined) {
    throw unsendable(
      name,
      `parameter "${masked[0]}" reads "******", which is Heat's mask of a hidden value; give the value itself`,
    );
  }
  const tag = tags.find((text) => text.includes(',') || text === '' || text.length > 80);
  if (tag !== undefined) {
    throw unsendable(
      name,
      `tag "${tag.slice(0, 100)}" is no tag for Heat; it needs 1 to 80 characters without a comma`,
    );
  }
}

function unsendable(name: string, message: string): CloudError {
  return new CloudError({ code: 'invalid', message: `writing stack "${name}": ${message}` });
}

function trustRefused({ name }: StackRequest, cause: Refusal): CloudError {
  return new CloudError({
    code: 'trust-refused',
    message: `creating stack "${name}": Heat answers 500 to an application credential, because Keystone lets none make the trust that a new stack needs; use a password user of the project for the first apply (updates work with the application credential)`,
    ...(cause.request === null ? {} : { request: cause.request }),
    ...(cause.requestId === null ? {} : { requestId: cause.requestId }),
  });
}
