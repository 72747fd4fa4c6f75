"""measures STACK VALUE [METRIC]: one measure, now, for every server of the group of STACK (metric cpu_util if not said)."""
import datetime
import sys

from call import Api


def main(stack, value, metric='cpu_util'):
    demo, admin = Api('demo'), Api('admin')
    _, answer, _, _ = demo('GET', 'orchestration', '/stacks/' + stack)
    group = answer['stack']['id']
    wanted = {'and': [{'=': {'server_group': group}}, {'=': {'ended_at': None}}]}
    _, servers, _, _ = demo('POST', 'metric', '/search/resource/instance', wanted)
    now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S')
    for server in servers:
        path = '/resource/instance/%s/metric' % server['id']
        if metric not in server['metrics']:
            admin('POST', 'metric', path, {metric: {'archive_policy_name': 'autoscale-10s', 'unit': '%'}})
        status, _, _, _ = admin('POST', 'metric', '%s/%s/measures' % (path, metric), [{'timestamp': now, 'value': float(value)}])
        print(server['id'], server['display_name'], metric, value, 'HTTP', status)
    if not servers:
        sys.exit('no Gnocchi instance has server_group %s' % group)


main(*sys.argv[1:])
