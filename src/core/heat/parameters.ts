/** Which value each parameter of a template has. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { StackEnvironment } from '../../model/spec.ts';

export type ParameterValues = Readonly<Record<string, Json>>;

/** Given values win over the environment's defaults, which win over the template's (heat/engine/environment.py). */
export function effectiveParameters(
  declared: Readonly<Record<string, JsonObject>>,
  environment: StackEnvironment,
): ParameterValues {
  const values: Record<string, Json> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const value =
      environment.parameters[name] ??
      environment.parameter_defaults[name] ??
      declaration['default'] ??
      declaration['Default'];
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Names of the parameters whose values Heat hides (`hidden: true`, `NoEcho: true`). */
export function hiddenParameters(declared: Readonly<Record<string, JsonObject>>): ReadonlySet<string> {
  return new Set(
    Object.entries(declared)
      .filter(([, declaration]) => isTrue(declaration['hidden']) || isTrue(declaration['NoEcho']))
      .map(([name]) => name),
  );
}

function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}
