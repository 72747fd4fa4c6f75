// Glance v2 over HTTP: the images there are.

import type { Cloud } from '../cloud.ts';
import { type Answer, json, webobNotFound } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { type Parameters, routes } from '../http/routes.ts';
import type { JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import { sessionOf } from '../keystone/tokens.ts';
import { seconds } from '../times.ts';
import type { Image } from '../world.ts';

type Handler = (cloud: Cloud, call: Call, parameters: Parameters) => Answer;

const find = routes<Handler>({
  'GET /v2/images': listImages,
  'GET /v2/images/:id': showImage,
  'GET /versions': (cloud) => versions(cloud, 200),
  'GET /': (cloud) => versions(cloud, 300),
});

/** `call.path` is below /image. */
export function imageApi(cloud: Cloud, call: Call): Answer {
  const matched = find(call.method, call.path);
  const open = call.path === '/' || call.path === '' || call.path === '/versions';
  if (!open && sessionOf(cloud, call) === undefined) return unauthorized(cloud);
  return matched === undefined ? webobNotFound() : matched.handler(cloud, call, matched.parameters);
}

/** Newest first; `next` even on a last page that is full. */
function listImages(cloud: Cloud, call: Call): Answer {
  const { query } = call;
  const wanted = query.get('name');
  const ids = query.get('id');
  const all = [...cloud.world.images]
    .reverse()
    .filter((image) => wanted === null || matchesName(wanted, image.name))
    .filter((image) => ids === null || ids.replace(/^in:/, '').split(',').includes(image.id));
  const marker = query.get('marker');
  const start = marker === null ? 0 : all.findIndex((image) => image.id === marker) + 1;
  if (marker !== null && start === 0) return badMarker(marker);
  const limit = Math.min(Number(query.get('limit') ?? 25), 1000);
  const page = all.slice(start, start + limit);
  const last = page.at(-1);
  const full = last !== undefined && page.length === limit;
  return json(200, {
    images: page.map((image) => describeImage(image)),
    first: link(query, undefined),
    schema: '/v2/schemas/images',
    ...(full ? { next: link(query, last.id) } : {}),
  });
}

function matchesName(wanted: string, name: string): boolean {
  return wanted.startsWith('in:') ? wanted.slice(3).split(',').includes(name) : wanted === name;
}

function link(query: URLSearchParams, marker: string | undefined): string {
  const copy = new URLSearchParams(query);
  copy.delete('marker');
  if (marker !== undefined) copy.set('marker', marker);
  const text = copy.toString();
  return text === '' ? '/v2/images' : `/v2/images?${text}`;
}

function showImage(cloud: Cloud, _call: Call, { id = '' }: Parameters): Answer {
  const image = cloud.world.images.find((one) => one.id === id);
  if (image === undefined) return failure(404, 'Not Found', `No image found with ID ${id}`);
  return json(200, describeImage(image));
}

function describeImage(image: Image): JsonObject {
  return {
    'owner_specified.openstack.md5': '',
    'owner_specified.openstack.object': `images/${image.name}`,
    'owner_specified.openstack.sha256': '',
    name: image.name,
    disk_format: 'qcow2',
    container_format: 'bare',
    visibility: 'public',
    size: 196624,
    virtual_size: 1073741824,
    status: 'active',
    checksum: stableId(`checksum/${image.id}`),
    protected: false,
    min_ram: 0,
    min_disk: 0,
    owner: image.owner,
    os_hidden: false,
    os_hash_algo: 'sha512',
    os_hash_value: ['a', 'b', 'c', 'd'].map((part) => stableId(`${part}/${image.id}`)).join(''),
    id: image.id,
    created_at: seconds(image.created),
    updated_at: seconds(image.created),
    tags: [],
    self: `/v2/images/${image.id}`,
    file: `/v2/images/${image.id}/file`,
    schema: '/v2/schemas/image',
    stores: 'fs',
  };
}

function versions(cloud: Cloud, status: number): Answer {
  const links = [{ rel: 'self', href: `${cloud.base}/image/v2/` }];
  const all = [17, 16, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((minor) => ({
    id: `v2.${minor}`,
    status: minor === 17 ? 'CURRENT' : 'SUPPORTED',
    links,
  }));
  return json(status, { versions: all });
}

function badMarker(marker: string): Answer {
  return failure(400, 'Bad Request', `Invalid marker: ${marker}`);
}

function failure(code: number, title: string, message: string): Answer {
  return json(code, { message: `${message}<br /><br />\n\n\n`, code: `${code} ${title}`, title });
}

function unauthorized(cloud: Cloud): Answer {
  const message =
    'This server could not verify that you are authorized to access the document you requested. Either you supplied the wrong credentials (e.g., bad password), or your browser does not understand how to supply the credentials required.<br /><br />\n\n\n';
  return json(
    401,
    { message, code: '401 Unauthorized', title: 'Unauthorized' },
    { 'www-authenticate': `Keystone uri="${cloud.base}/identity/v3"` },
  );
}
