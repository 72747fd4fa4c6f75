/** A stack as rules see it, the one that is and the one that is to be alike: groups, servers, resources. */
import type { StackFacts } from '../../../model/guardrail-facts.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts';
import type { StackEnvironment } from '../../../model/spec.ts';
import { describeGroups, isSwitchedOff, scopeOf } from '../../heat/describe-groups.ts';
import { memberServers } from '../../heat/member-servers.ts';
import { hiddenParameters } from '../../heat/parameters.ts';
import { resolve } from '../../heat/resolve.ts';
import { labelsOf } from '../../heat/tags.ts';
import { object, viewTemplate } from '../../heat/template.ts';

export interface StackSource {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
  readonly tags: readonly string[];
  readonly protect: boolean;
}

export function stackFacts({ tags, protect, files, ...stack }: StackSource): StackFacts {
  const source = { ...withoutHidden(stack.template, stack.environment), files, initial: [] };
  return {
    labels: labelsOf(tags),
    protect,
    groups: describeGroups(source).map(({ address, type, min, max, rolling, member }) => ({
      address,
      type,
      min,
      max,
      maxBatch: rolling.maxBatch,
      minInService: rolling.minInService,
      pauseSeconds: rolling.pauseSeconds,
      servers: memberServers(member, files).map(({ properties }) => ({
        image: name(properties['image'] ?? properties['ImageId']) ?? bootImage(properties),
        flavor: name(properties['flavor'] ?? properties['InstanceType']),
        properties: withoutUserData(properties),
      })),
    })),
    resources: resourceFacts(source),
  };
}

/** What nobody may see is not resolved, so that no message can tell it. */
function withoutHidden(
  template: JsonObject,
  environment: StackEnvironment,
): { readonly template: JsonObject; readonly environment: StackEnvironment } {
  const hidden = hiddenParameters(viewTemplate(template).parameters);
  if (hidden.size === 0) return { template, environment };
  const visible = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.has(key)));
  const key = 'heat_template_version' in template ? 'parameters' : 'Parameters';
  return {
    template: { ...template, [key]: visible(object(template[key])) },
    environment: {
      ...environment,
      parameters: visible(environment.parameters),
      parameter_defaults: visible(environment.parameter_defaults),
    },
  };
}

function resourceFacts(
  source: Pick<StackSource, 'template' | 'files' | 'environment'>,
): StackFacts['resources'] {
  const view = viewTemplate(source.template);
  const scope = scopeOf(view, source);
  return Object.fromEntries(
    Object.entries(view.resources)
      .filter(([, resource]) => !isSwitchedOff(resource, scope))
      .map(([key, { type, properties }]) => [
        key,
        { type, properties: withoutUserData(object(resolve(properties, scope))) },
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** User data may hold what a spec was allowed to keep there; a message must not spread it. */
function withoutUserData(properties: JsonObject): JsonObject {
  const entries = Object.entries(properties).map(([key, value]): [string, Json] => {
    if (USER_DATA.has(key)) return [key, 'not shown to rules'];
    return [key, withoutUserDataInside(value)];
  });
  return Object.fromEntries(entries);
}

function withoutUserDataInside(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutUserDataInside);
  return isJsonObject(value) ? withoutUserData(value) : value;
}

/** Of servers, launch configurations and Heat's own configs. */
const USER_DATA: ReadonlySet<string> = new Set(['user_data', 'UserData', 'config', 'cloud_config', 'parts']);

/** A server that boots from a volume names its image there. */
function bootImage(properties: JsonObject): string | null {
  const devices = properties['block_device_mapping_v2'];
  const first = Array.isArray(devices) ? object(devices[0]) : {};
  return name(first['image'] ?? first['image_id']);
}

function name(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
