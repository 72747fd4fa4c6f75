/** Counts of servers in words. */
import type { ServerCounts } from '../../model/plan.ts';
import type { Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { count, grouped } from './words.ts';

/** What will be done to servers, or what was. */
export interface ServerVerbs {
  readonly keep: string;
  readonly update: string;
  readonly create: string;
  readonly replace: string;
  readonly delete: string;
}

const PLANNED: ServerVerbs = {
  keep: 'keep',
  update: 'change',
  create: 'create',
  replace: 'replace',
  delete: 'delete',
};

export const DONE: ServerVerbs = {
  keep: 'kept',
  update: 'changed',
  create: 'created',
  replace: 'replaced',
  delete: 'deleted',
};

/** `keep 5, replace 4`; counts of 0 are left out. */
export function serverWords(servers: ServerCounts, verbs: ServerVerbs = PLANNED): Line {
  const { keep, update, create, replace } = servers;
  const parts: readonly Line[] = [
    ...(keep > update ? [line`${verbs.keep} ${grouped(keep - update)}`] : []),
    ...(update > 0 ? [line`${verbs.update} ${grouped(update)} in place`] : []),
    ...(create > 0 ? [line`${verbs.create} ${grouped(create)}`] : []),
    ...(replace > 0 ? [[strong(`${verbs.replace} ${grouped(replace)}`)]] : []),
    ...(servers.delete > 0 ? [[strong(`${verbs.delete} ${grouped(servers.delete)}`)]] : []),
  ];
  return join(parts, ', ');
}

export function sumServers(all: readonly ServerCounts[]): ServerCounts {
  const total = (key: keyof ServerCounts) => all.reduce((sofar, one) => sofar + one[key], 0);
  return {
    keep: total('keep'),
    update: total('update'),
    create: total('create'),
    replace: total('replace'),
    delete: total('delete'),
  };
}

/** `2 servers deleted, 9 replaced`; one line, or none when no server moves. */
export function serverTally(all: readonly ServerCounts[]): readonly Line[] {
  const servers = sumServers(all);
  const parts: readonly (readonly [number, string])[] = [
    [servers.delete, 'deleted'],
    [servers.replace, 'replaced'],
    [servers.update, 'changed in place'],
    [servers.create, 'created'],
  ];
  const said = parts.filter(([number]) => number > 0);
  if (said.length === 0) return [];
  const words = said.map(([number, word], index): Line => {
    return [`${index === 0 ? count('server', number) : grouped(number)} ${word}`];
  });
  return [join(words, ', ')];
}
