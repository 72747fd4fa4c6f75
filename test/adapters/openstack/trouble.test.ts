/** What a request that got no answer died of, by the code that Node and OpenSSL give it. */
import { MockAgent } from 'undici';
import { expect, test } from 'vitest';
import { send, TIMEOUTS } from '../../../src/adapters/openstack/http.ts';

const HEAT = new URL('https://heat.example/v1/stacks');

test.each([
  ['ECONNREFUSED', 'refused'],
  ['EPROTO', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tls'],
  // a session that breaks is a connection that breaks: names of OpenSSL 1.1 to 3.5
  ['ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC', 'reset'],
  ['ERR_SSL_SSL/TLS_ALERT_BAD_RECORD_MAC', 'reset'],
  ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'reset'],
  ['ERR_SSL_TLSV1_ALERT_DECRYPT_ERROR', 'reset'],
  ['ERR_SSL_BAD_RECORD_TYPE', 'reset'],
  ['ERR_SSL_CIPHER_OPERATION_FAILED', 'reset'],
])('%s is %s', async (code, cause) => {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  dispatcher
    .get(HEAT.origin)
    .intercept({ path: HEAT.pathname })
    .replyWithError(Object.assign(new Error('it broke'), { code }));
  const request = { method: 'GET', url: HEAT, headers: {}, body: null } as const;
  expect(await send({ dispatcher, via: null }, TIMEOUTS, request)).toMatchObject({
    kind: 'trouble',
    cause,
    code,
  });
  await dispatcher.close();
});
