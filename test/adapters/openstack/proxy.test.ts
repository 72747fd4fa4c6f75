import { expect, it } from 'vitest';
import { proxyFor } from '../../../src/adapters/openstack/proxy.ts';

const HTTPS = new URL('https://heat.example.com:8004/v1');
const HTTP = new URL('http://heat.example.com/v1');
const IP = new URL('https://10.1.2.3:5000/v3');
const PROXY = 'http://proxy:3128';

it('goes straight when the environment names no proxy', () => {
  expect(proxyFor(HTTPS, {})).toBeNull();
});

it('takes the proxy of the scheme, lower case first', () => {
  const env = { HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:1', HTTP_PROXY: 'http://plain:1' };
  expect(proxyFor(HTTPS, env)).toBe('http://lower:1');
  expect(proxyFor(HTTP, env)).toBe('http://plain:1');
});

it('adds the scheme that people leave out', () => {
  expect(proxyFor(HTTPS, { HTTPS_PROXY: 'proxy:3128' })).toBe('http://proxy:3128');
});

it.each([
  [HTTPS, '*', null],
  [HTTPS, 'heat.example.com', null],
  [HTTPS, 'example.com', null],
  [HTTPS, '.example.com', null],
  [HTTPS, '*.example.com', null],
  [HTTPS, 'heat.example.com:8004', null],
  [HTTPS, 'heat.example.com:443', PROXY],
  [HTTPS, 'ample.com', PROXY],
  [HTTPS, 'localhost, 127.0.0.1 ,HEAT.example.com', null],
  [IP, '10.1.2.3', null],
  [IP, '10.0.0.0/8', null],
  [IP, '192.168.0.0/16,fd00::/8', PROXY],
  [IP, '10.0.0.0/99', PROXY],
  [new URL('https://[fd00::5]:5000/'), 'fd00::/8', null],
  [new URL('https://[fd00::5]:5000/'), '[fd00::5]', null],
  [new URL('https://[fd00::5]:5000/'), 'fd00::5', null],
  [HTTPS, '', PROXY],
])('%s with NO_PROXY "%s" goes through %s', (url, noProxy, expected) => {
  expect(proxyFor(url, { HTTPS_PROXY: PROXY, NO_PROXY: noProxy })).toBe(expected);
});
