/** Lines that hold a secret are told from lines that only speak of one. */
import { describe, expect, it } from 'vitest';
import { secretLines } from '../../../src/core/spec/cloud-init/secret-lines.ts';

// put together here, so that no scanner takes this file for a leak
const RANDOM = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9cD2fG4hJ6kL8';

describe('a line holds a secret', () => {
  it.each([
    [`-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'private key'],
    [`PrivateKey = ${RANDOM}xxxx=`, 'WireGuard private key'],
    [`git clone https://x:ghp_${RANDOM.slice(0, 36)}@github.com/a/b`, 'GitHub token'],
    [`export VAULT_TOKEN=hvs.${RANDOM}`, 'Vault token'],
    [`curl -H "X-Auth-Token: gAAAAA${RANDOM}${RANDOM}" $URL`, 'Keystone token'],
    ['curl -H "X-Vault-Token: 0123-abcd-4567" $URL', 'token header'],
    ['curl -H "Authorization: Bearer abcdef0123" $URL', 'Authorization header'],
    ['psql postgres://app:winter26@db.internal/app', 'password in a URL'],
    ["echo 'root:winter26' | chpasswd", 'password for chpasswd'],
    ['mysql -u root -pwinter26 app', 'password of mysql'],
    ['app --db localhost --password=winter26', 'secret on a command line'],
    ['DB_PASSWORD=winter26', 'DB_PASSWORD'],
    ['  dbPassword: "winter26"', 'dbPassword'],
    ['  "password": "winter26",', 'password'],
    [`os_application_credential_secret: ${RANDOM}`, 'os_application_credential_secret'],
    [`AWS_SECRET_ACCESS_KEY=${RANDOM}`, 'AWS_SECRET_ACCESS_KEY'],
    [`api_key: ${RANDOM}`, 'api_key'],
    ['# DB_PASSWORD=winter26', 'DB_PASSWORD'],
  ])('%s', (line, name) => {
    expect(secretLines(`first\n${line}`)).toEqual([{ line: 2, column: expect.any(Number), name }]);
  });
});

describe('a line only speaks of one', () => {
  it.each([
    'DB_PASSWORD="$(vault kv get -field=password app/db)"',
    'DB_PASSWORD=$' + '{DB_PASSWORD:?}',
    'DB_PASSWORD=$1',
    'password_file: /run/secrets/db',
    'password: {{ ds.meta_data.password }}',
    'DB_PASSWORD=<set by the operator>',
    'lock_passwd: true',
    'passwd: "!"',
    'hashed_passwd: $6$rounds=4096$saltsalt$Vd0bVGXwwoV1vM3y7dY0',
    'chpasswd: {expire: false}',
    'PasswordAuthentication no',
    'auth required pam_unix.so',
    'token_ttl = 3600',
    'token = response.json()["access_token"]',
    'password = get_password()',
    'password = os.environ["DB_PASSWORD"]',
    'password = password',
    'secret: web-tls',
    'imagePullSecret: registry-of-the-team',
    'ssh_authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBb2Zk3LJpRVZ0rVQ0oX0Pq5xkq1]',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    'curl -H "Authorization: Bearer $TOKEN" $URL',
    'git clone https://$USER:$TOKEN@git.example.org/app.git',
    '# password: ask the team of the database',
    'password: |',
    'mysql -u root -p"$DB_PASSWORD" app',
    'keyid: 0123456789ABCDEF0123456789ABCDEF01234567',
    'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'read -r -p "Password: " password',
    'Environment=TOKEN_FILE=/etc/token',
  ])('%s', (line) => {
    expect(secretLines(line)).toEqual([]);
  });
});

it('a long line takes no long time, and is looked at for what has a form', () => {
  const line = `${'password=a '.repeat(20_000)}`;
  expect(secretLines(line)).toEqual([]);
  expect(secretLines(`-----BEGIN ${'PRIVATE'} KEY-----${line}`)).toHaveLength(1);
});
