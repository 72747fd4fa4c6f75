// Reads the order of a load, from the program or over HTTP, and says what is wrong with it.

import { isObject, type JsonObject } from '../json.ts';
import type { Curve } from './records.ts';

export interface LoadOrder {
  /** A stack, by name or id; its id is what `metering.server_group` usually says. */
  readonly stack?: string;
  /** Or the value of `metering.server_group` itself. */
  readonly serverGroup?: string;
  /** Busy vCPUs of the whole group; null ends it. */
  readonly cpu?: Curve | null;
  /** MB in use by the whole group. */
  readonly memory?: Curve | null;
  /** Seconds between two measures; by default Ceilometer's 300. */
  readonly interval?: number;
  /** By default Ceilometer's: ceilometer-low-rate for cpu, ceilometer-low for memory.usage. */
  readonly archivePolicy?: string;
}

/** The order cannot be followed; the message says what would be right. */
export class LoadProblem extends Error {}

/** More steps than anybody draws. */
const MOST_STEPS = 10_000;
const KEYS = ['stack', 'serverGroup', 'cpu', 'memory', 'interval', 'archivePolicy'];

export function readLoadOrder(given: unknown): LoadOrder {
  if (!isObject(given)) throw problem('the order is not an object', '{"stack": NAME, "cpu": CURVE}');
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw problem(`"${unknown}" is not known`, `one of ${KEYS.join(', ')}`);
  const { stack, serverGroup, interval, archivePolicy } = given;
  if ((typeof stack === 'string') === (typeof serverGroup === 'string'))
    throw problem('which group is meant is not said', '"stack" or "serverGroup"');
  if (interval !== undefined && !(typeof interval === 'number' && interval >= 1))
    throw problem('"interval" is not a number of seconds', 'at least 1');
  if (archivePolicy !== undefined && typeof archivePolicy !== 'string')
    throw problem('"archivePolicy" is not a text', 'the name of an archive policy');
  return {
    ...(typeof stack === 'string' ? { stack } : {}),
    ...(typeof serverGroup === 'string' ? { serverGroup } : {}),
    cpu: readCurve('cpu', given),
    memory: readCurve('memory', given),
    ...(typeof interval === 'number' ? { interval } : {}),
    ...(typeof archivePolicy === 'string' ? { archivePolicy } : {}),
  };
}

function readCurve(key: 'cpu' | 'memory', order: JsonObject): Curve | null {
  const given = order[key];
  if (given === undefined || given === null) return null;
  if (!isObject(given)) throw problem(`"${key}" is not a curve`, '{"kind": "constant", "value": 1.5}');
  const number = (name: string): number => {
    const value = given[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw problem(`"${key}.${name}" is not a number`, 'a number');
  };
  const span = (name: string): number => {
    const value = number(name);
    if (value > 0) return value;
    throw problem(`"${key}.${name}" is ${value}`, 'more than 0 seconds');
  };
  switch (given['kind']) {
    case 'constant':
      return { kind: 'constant', value: number('value') };
    case 'steps':
      return { kind: 'steps', steps: readSteps(key, given) };
    case 'ramp':
      return { kind: 'ramp', from: number('from'), to: number('to'), seconds: span('seconds') };
    case 'sine': {
      const shift = given['shift'] === undefined ? 0 : number('shift');
      return {
        kind: 'sine',
        mean: number('mean'),
        amplitude: number('amplitude'),
        period: span('period'),
        shift,
      };
    }
    default:
      throw problem(`"${key}.kind" is ${JSON.stringify(given['kind'])}`, 'constant, steps, ramp or sine');
  }
}

function readSteps(key: string, curve: JsonObject) {
  const { steps } = curve;
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS)
    throw problem(
      `"${key}.steps" is no list of steps`,
      `1 to ${MOST_STEPS} of {"after": SECONDS, "value": NUMBER}`,
    );
  const read = steps.map((step, index) => {
    const { after, value } = isObject(step) ? step : {};
    if (typeof after !== 'number' || typeof value !== 'number')
      throw problem(`"${key}.steps[${index}]" is no step`, '{"after": SECONDS, "value": NUMBER}');
    return { after, value };
  });
  return read.sort((one, other) => one.after - other.after);
}

function problem(what: string, wanted: string): LoadProblem {
  return new LoadProblem(`setting a load: ${what}, want ${wanted}`);
}
