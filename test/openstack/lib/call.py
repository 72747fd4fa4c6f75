"""call [-u demo|admin|admin-demo|demo-reader|bot|bot-restricted|bot-reader] [-i] [-H 'K: V'] METHOD SERVICE PATH [JSON|-]

SERVICE is the catalogue type (orchestration, compute, network, image, metric, alarming, load-balancer, identity,
placement) or an absolute URL with PATH ''. Prints the JSON; with -i the status, time and headers too."""
import json
import sys
import time
import urllib.error
import urllib.request

IDS = json.load(open('/cloud/out/ids.json'))
VERSIONS = {'network': '/v2.0', 'image': '/v2', 'metric': '/v1', 'alarming': '/v2', 'load-balancer': '/v2'}


def http(method, url, body=None, headers=None):
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    asked = {'Accept': 'application/json', **({'Content-Type': 'application/json'} if data is not None else {}), **(headers or {})}
    begin = time.time()
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, data, asked, method=method), timeout=120)
    except urllib.error.HTTPError as refused:
        answer = refused
    text = answer.read().decode(errors='replace')
    return answer.status, dict(answer.headers), text, time.time() - begin


def login(user):
    known = IDS['application_credentials']
    if user in known:
        credential = {'id': known[user]['id'], 'secret': known[user]['secret']}
        body = {'auth': {'identity': {'methods': ['application_credential'], 'application_credential': credential}}}
    else:
        project = {'name': 'admin' if user == 'admin' else 'demo', 'domain': {'id': 'default'}}
        name = 'admin' if user == 'admin-demo' else user
        who = {'name': name, 'domain': {'id': 'default'}, 'password': IDS['password']}
        body = {'auth': {'identity': {'methods': ['password'], 'password': {'user': who}}, 'scope': {'project': project}}}
    status, headers, text, _ = http('POST', IDS['auth_url'] + '/auth/tokens', body)
    if status != 201:
        sys.exit(text)
    catalogue = {c['type']: next(e['url'] for e in c['endpoints'] if e['interface'] == 'public') + VERSIONS.get(c['type'], '')
                 for c in json.loads(text)['token']['catalog'] if c['endpoints']}
    return {k.lower(): v for k, v in headers.items()}['x-subject-token'], catalogue


class Api:
    def __init__(self, user='demo'):
        self.token, self.catalogue = login(user)

    def __call__(self, method, service, path='', body=None, headers=None):
        url = service + path if service.startswith('http') else self.catalogue[service] + path
        version = {'OpenStack-API-Version': 'compute 2.96'} if service == 'compute' else {}
        status, answered, text, seconds = http(method, url, body, {'X-Auth-Token': self.token, **version, **(headers or {})})
        try:
            return status, json.loads(text) if text else None, seconds, answered
        except ValueError:
            return status, text, seconds, answered


def main(args):
    user, info, headers = 'demo', False, {}
    while args and args[0] in ('-u', '-i', '-H'):
        option = args.pop(0)
        if option == '-u':
            user = args.pop(0)
        elif option == '-i':
            info = True
        else:
            key, value = args.pop(0).split(':', 1)
            headers[key.strip()] = value.strip()
    if len(args) < 3:
        sys.exit(__doc__)
    body = None
    if len(args) > 3:
        body = (sys.stdin.read() if args[3] == '-' else args[3]).encode()
    status, answer, seconds, answered = Api(user)(args[0].upper(), args[1], args[2], body, headers)
    if info or status >= 400:
        print('HTTP', status, '%.0f ms' % (seconds * 1000), file=sys.stderr)
    if info:
        print(json.dumps(answered, indent=1), file=sys.stderr)
    print(answer if isinstance(answer, str) else json.dumps(answer, indent=1))
    return 0 if status < 400 else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
