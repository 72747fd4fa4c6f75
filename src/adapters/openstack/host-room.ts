/** Asks Placement how many more servers the hosts have room for; who may not ask hears nothing. */
import type { HostQuestion, HostRoom } from '../../model/host-room.ts';
import { CloudError } from '../../ports/errors.ts';
import { listCandidates, MOST_HOSTS } from './placement/requests.ts';
import { allocationCandidates, serversThatFit } from './placement/results.ts';
import type { Service, ServiceName } from './service.ts';

export interface HostRoomSource {
  readonly service: Service;
  offers(service: ServiceName): boolean;
}

export async function readHostRoom(
  { service, offers }: HostRoomSource,
  questions: readonly HostQuestion[],
): Promise<readonly HostRoom[]> {
  const [first, ...more] = questions;
  if (first === undefined || !offers('placement')) return [];
  // whoever may not ask is told so once
  const answer = await ask(service, first);
  if (answer === null) return [];
  const others = await Promise.all(more.map((question) => ask(service, question)));
  return [answer, ...others].filter((one) => one !== null);
}

/** null: the credential may not ask. */
async function ask(service: Service, question: HostQuestion): Promise<HostRoom | null> {
  try {
    const found = await service.call(listCandidates(question), allocationCandidates);
    const orMore = found.candidates.length >= MOST_HOSTS;
    return { ...question, kind: 'known', servers: serversThatFit(found), orMore };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return error.code === 'forbidden' ? null : { ...question, kind: 'unknown', why: error.message };
  }
}
