// Reads the arguments of a request for measures.

import type { Call } from '../http/call.ts';
import type { Asked } from './aggregates.ts';
import { argumentError } from './refusals.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

export function readAsked(call: Call, now: number): Asked {
  const fill = call.query.get('fill');
  const overlap = call.query.get('needed_overlap');
  const granularity = call.query.get('granularity');
  return {
    start: moment(call, 'start', now),
    stop: moment(call, 'stop', now),
    granularity: granularity === null ? null : timespan(granularity),
    fill: fill === null ? (overlap === null ? 'dropna' : null) : fillOf(fill),
    overlap: overlap === null ? 100 : overlapOf(overlap),
  };
}

/** ISO, seconds, `now`, or a distance from now such as `-1h`. */
function moment(call: Call, name: 'start' | 'stop', now: number): number | null {
  const given = call.query.get(name);
  if (given === null) return null;
  if (given === 'now') return now / 1000;
  if (/^-?\d+(\.\d+)?$/.test(given) && !given.startsWith('-')) return Number(given);
  const distance = /^-\s*(\d+(?:\.\d+)?)\s*(?:([smhdw])\w*)?$/.exec(given);
  if (distance !== null) return now / 1000 - Number(distance[1]) * (UNITS[distance[2] ?? 's'] ?? 1);
  const at = isoMoment(given);
  if (at === null) throw argumentError(name, 'Must be a datetime or a timestamp');
  return at;
}

/** Seconds; without a zone it is UTC. */
export function isoMoment(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10));
  const at = Date.parse(zoned ? text.replace(' ', '+') : text.length === 10 ? text : `${text}Z`);
  return Number.isNaN(at) ? null : at / 1000;
}

function timespan(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\s*(?:([smhdw])\w*)?$/.exec(text);
  if (found === null) throw argumentError('granularity', 'Unable to parse timespan');
  return Number(found[1]) * (UNITS[found[2] ?? 's'] ?? 1);
}

function fillOf(text: string): string | number {
  if (text === 'dropna' || text === 'null') return text;
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw argumentError('fill', "Must be a float, 'dropna' or 'null'");
  return number;
}

function overlapOf(text: string): number {
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw argumentError('needed_overlap', 'Must be a number');
  return number;
}
