// The resource types that a project's machines have, with their attributes.

import type { JsonObject } from '../json.ts';

const text = (required: boolean): JsonObject => ({
  type: 'string',
  required,
  max_length: 255,
  min_length: 0,
});
const moment: JsonObject = { type: 'datetime', required: false };
const part: JsonObject = { name: text(true), instance_id: { type: 'uuid', required: true } };

/** gnocchi_resources.yaml of Ceilometer: only an instance has a server_group. */
const TYPES: Readonly<Record<string, JsonObject>> = {
  generic: {},
  instance: {
    flavor_id: text(true),
    image_ref: text(false),
    host: text(true),
    display_name: text(true),
    server_group: text(false),
    flavor_name: text(true),
    launched_at: moment,
    created_at: moment,
    deleted_at: moment,
    availability_zone: text(false),
  },
  instance_disk: part,
  instance_network_interface: part,
};

const COMMON = [
  'id',
  'creator',
  'started_at',
  'revision_start',
  'ended_at',
  'user_id',
  'project_id',
  'original_resource_id',
  'type',
  'revision_end',
  'created_by_user_id',
  'created_by_project_id',
];

export function resourceTypes(): JsonObject[] {
  return Object.entries(TYPES).map(([name, attributes]) => ({ name, attributes, state: 'active' }));
}

/** Undefined for a type that is not there. */
export function attributeNames(type: string): readonly string[] | undefined {
  const attributes = TYPES[type];
  return attributes === undefined ? undefined : [...COMMON, ...Object.keys(attributes)];
}
