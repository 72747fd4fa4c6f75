/** What is wrong with the health check that a template's group asks for. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { checksOf, graceOf, TYPE_NAMES } from '../health/template-health.ts';
import { list, quote } from './quote.ts';
import type { TemplatePart } from './stack-parts.ts';
import { placeIn } from './template-place.ts';
import { pointerTo } from './yaml-values.ts';

/** `below`: the pointer of the group's properties. What only Heat can work out is not judged. */
export function templateHealthProblems(
  template: TemplatePart,
  below: string,
  properties: JsonObject,
): readonly Problem[] {
  const at = (pointer: string, message: string): Problem => ({ ...placeIn(template, pointer), message });
  const pointer = pointerTo(below, 'health_check');
  const written = properties['health_check'];
  const check = isJsonObject(written) ? written : {};
  const typed: readonly (readonly [string, Json | undefined])[] = [
    [pointerTo(pointer, 'type'), check['type']],
    [pointerTo(below, 'HealthCheckType'), properties['HealthCheckType']],
  ];
  const timed: readonly (readonly [string, Json | undefined])[] = [
    [pointerTo(pointer, 'grace_period'), check['grace_period']],
    [pointerTo(below, 'HealthCheckGracePeriod'), properties['HealthCheckGracePeriod']],
  ];
  return [
    ...typed
      .filter(([, value]) => isSettled(value) && checksOf(value) === null)
      .map(([where, value]) =>
        at(where, `the health check's type is ${quote(value)}; it must be ${list(TYPE_NAMES, 'or')}`),
      ),
    ...timed
      .filter(([, value]) => isSettled(value) && graceOf(value) === null)
      .map(([where, value]) =>
        at(where, `the grace period is ${quote(value)}; it must be seconds, or a length of time such as 5m`),
      ),
  ];
}

/** A mapping is one of Heat's functions. */
function isSettled(value: Json | undefined): value is Exclude<Json, JsonObject> {
  return value !== undefined && !isJsonObject(value);
}
