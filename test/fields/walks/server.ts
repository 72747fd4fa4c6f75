/** What a server is made of, how it is rolled, where it stands. */
import { SERVER, SIZE, type Walk } from '../row.ts';

export const server: Walk = {
  title: 'the server',
  word: 'server',
  start: { size: SIZE, server: SERVER },
  first: { has: ['group'] },
  rows: [
    {
      put: { 'server/metadata': { role: 'web' } },
      fate: 'update',
      sees: { server: { metadata: { role: 'web' } } },
    },
    { put: { 'server/tags': ['blue'] }, fate: 'update', sees: { server: { tags: ['blue'] } } },
    { put: { 'server/image': 'ubuntu-22.04' }, fate: 'replace' },
    {
      put: { 'server/flavor': 'm1.tiny' },
      fate: 'replace',
      sees: { server: { flavor: { original_name: 'm1.tiny' } } },
    },
    { put: { 'server/keyPair': '$key' }, fate: 'replace', sees: { server: { key_name: '$key' } } },
    {
      put: { 'server/securityGroups': ['$group_a'] },
      fate: 'replace',
      sees: { server: { security_groups: [{ name: '$group_a_name' }] } },
    },
    { put: { 'server/configDrive': true }, fate: 'replace', sees: { server: { config_drive: 'True' } } },
    { put: { 'server/schedulerHints': { note: 'any' } }, fate: 'replace' },
    { put: { 'server/availabilityZone': 'nova' }, fate: 'replace' },
    { put: { 'server/cloudInit': { inline: '#cloud-config\n{}\n' } }, fate: 'replace' },
    { put: { 'server/cloudInit': { file: 'web.sh' } }, fate: 'replace' },
    {
      put: { 'server/serverGroup': { policy: 'soft-anti-affinity' } },
      fate: 'replace',
      has: ['server_group'],
    },
    {
      put: { 'server/serverGroup': { policy: 'anti-affinity', maxPerHost: 2 } },
      fate: 'replace',
      has: ['server_group'],
    },
    {
      put: { 'server/serverGroup': { existing: '$server_group' } },
      fate: 'replace',
      lacks: ['server_group'],
    },
    {
      put: { 'server/serverGroup': null, 'server/schedulerHints': null, 'server/keyPair': null },
      fate: 'replace',
    },
    { put: { rollout: { imageChange: 'rebuild', flavorChange: 'resize' } }, fate: 'keep' },
    { put: { 'server/image': 'ubuntu-20.04' }, fate: 'update' },
    {
      put: { 'server/flavor': 'm1.nano' },
      fate: 'update',
      sees: { server: { flavor: { original_name: 'm1.nano' } } },
    },
    { put: { rollout: { maxBatch: 2, pause: '1s' } }, fate: 'keep' },
    { put: { 'rollout/minInService': 1 }, fate: 'keep' },
    { put: { size: { min: 1, max: 4 }, timeout: '30m' }, fate: 'keep' },
    {
      put: { scaling: { cooldown: '5s', policies: [{ name: 'out', add: 1, cooldown: '1s' }] } },
      fate: 'keep',
      has: ['out'],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'out', addPercent: 50, minStep: 1 },
          { name: 'in', remove: 1 },
        ],
      },
      fate: 'keep',
      has: ['in'],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'in', removePercent: 50 },
          { name: 'to', setTo: 1 },
        ],
      },
      fate: 'keep',
      lacks: ['out'],
    },
    {
      put: { zones: ['nova'], 'server/availabilityZone': null },
      fate: 'delete',
      has: ['group-nova'],
      lacks: ['group'],
    },
    { put: { zones: null }, fate: 'delete', has: ['group'], lacks: ['group-nova'] },
    {
      put: { 'metadata/labels': { team: 'shop' }, 'metadata/protect': true },
      fate: 'keep',
      tags: ['team=shop', 'thermostat:protect'],
    },
    {
      put: { 'metadata/labels': { team: 'store' }, 'metadata/protect': null },
      fate: 'keep',
      tags: ['team=store'],
    },
  ],
};
