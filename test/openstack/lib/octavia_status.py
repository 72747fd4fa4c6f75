"""octavia_status KIND ID STATUS | tree (JSON of a load balancer's status tree on stdin: everything in it ONLINE).

Speaks to octavia-driver-agent's status socket as a provider driver does: the noop drivers leave everything OFFLINE."""
import json
import sys

from octavia_lib.api.drivers import driver_lib

SOCKETS = {name + '_socket': '/cloud/run/octavia-%s.sock' % name for name in ('status', 'stats', 'get')}


def everything(tree):
    balancer = tree['statuses']['loadbalancer']
    found = {'loadbalancers': {balancer['id']}, 'listeners': set(), 'pools': set(), 'members': set(), 'healthmonitors': set()}
    pools = list(balancer.get('pools', []))
    for listener in balancer.get('listeners', []):
        found['listeners'].add(listener['id'])
        pools += listener.get('pools', [])
    for pool in pools:
        found['pools'].add(pool['id'])
        found['members'].update(member['id'] for member in pool.get('members', []))
        if pool.get('health_monitor'):
            found['healthmonitors'].add(pool['health_monitor']['id'])
    return {kind: [{'id': i, 'operating_status': 'ONLINE'} for i in sorted(ids)] for kind, ids in found.items() if ids}


if sys.argv[1] == 'tree':
    update = everything(json.load(sys.stdin))
else:
    update = {sys.argv[1] + 's': [{'id': sys.argv[2], 'operating_status': sys.argv[3]}]}
driver_lib.DriverLibrary(**SOCKETS).update_loadbalancer_status(update)
print({kind: len(entries) for kind, entries in update.items()})
