/** A Runtime API that misbehaves: bounded in time and size, one clear error. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openHAProxy } from '../../../src/adapters/haproxy/balancer.ts';
import { isLoopback, socketAddress } from '../../../src/adapters/haproxy/socket-address.ts';
import { fails } from '../../haproxy/contract.ts';

const LIMITS = { milliseconds: 300, bytes: 2000 };
const HEAD = '# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_check_state srv_port';
let server: Server | null = null;

afterEach(() => server?.close());

/** Answers each command with the next of these; the last again and again. */
async function answering(...answers: readonly ((socket: Socket) => void)[]) {
  let next = 0;
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answers[Math.min(next++, answers.length - 1)]?.(socket));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return openHAProxy(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, LIMITS);
}
const saying = (text: string) => (socket: Socket) => void socket.end(text);

test('an answer that never ends is cut off', async () => {
  const flood = await answering((socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write('x'.repeat(1000)));
    };
    socket.on('drain', more);
    more();
  });
  await fails('unexpected-answer', flood.servers('web'), /does not end after 2000 bytes/);
});

test('silence is not waited for', async () => {
  await fails('timeout', (await answering(() => {})).servers('web'), /within 0\.3 s/);
});

test('nobody there is said as such', async () => {
  await fails('unreachable', openHAProxy('unix:///nowhere/admin.sock').servers('web'), /no such socket/);
  await fails('unreachable', openHAProxy('tcp://127.0.0.1:1').servers('web'), /nothing listens there/);
});

test('another server behind the port is told from HAProxy', async () => {
  const http = await answering(saying('HTTP/1.1 400 Bad Request\r\n\r\n\x1b[31m'));
  await fails('unexpected-answer', http.servers('web'), /begins "HTTP\/1\.1 400 Bad Request\?\?\?\?\?\[31m"/);
});

test('an unknown answer to a change is an error in its own words, without control signs', async () => {
  const odd = await answering(saying('\x07unknown keyword\r\n'));
  await fails('refused', odd.setState('web', 'a', 'ready'), /HAProxy says "\?unknown keyword"/);
});

test('a version without the command says what to do', async () => {
  const old = await answering(saying("Unknown command: 'add server'\n"));
  await fails('unsupported', old.add('web', 'a', { address: '10.0.0.1', port: 1 }), /server-template/);
});

test('rows with strange names, numbers and addresses do no harm', async () => {
  const rows = [
    `7 web 1 ok 10.0.0.1 2 0 14 8080`,
    '7 web 2 \x1b[2J 10.0.0.1 2 0 14 8080',
    '7 other 1 x 10.0.0.1 2 0 14 8080',
    '7 web 3 odd not-an-address NaN 99999999999999 1e9 -1',
    '7',
  ];
  const balancer = await answering(
    saying(`1\n${HEAD}\n${rows.join('\n')}\n`),
    saying('# pxname,svname,qcur,qmax,scur,\nweb,ok,1,0,-7,\nweb,odd,,,x,\n"\n'),
  );
  expect(await balancer.servers('web')).toEqual([
    {
      name: 'ok',
      endpoint: { address: '10.0.0.1', port: 8080 },
      state: 'ready',
      up: true,
      checked: true,
      sessions: 1,
    },
    { name: 'odd', endpoint: null, state: 'ready', up: false, checked: false, sessions: 0 },
  ]);
});

test('a proxy number that is none is not sent', async () => {
  const balancer = await answering(saying(`1\n${HEAD}\n7;x web 1 ok 10.0.0.1 2 0 14 8080\n`));
  await fails('unexpected-answer', balancer.servers('web'));
});

test.each([
  'tcp://10.0.0.5',
  'tcp://10.0.0.5:0',
  'tcp://10.0.0.5:70000',
  'http://10.0.0.5:9999',
  'unix://run/x',
  'tcp://[10.0.0.5]:1',
  'tcp://a b:1',
  '',
])('%j is no socket', (api) =>
  expect(() => socketAddress(api)).toThrow(/tcp:\/\/HOST:PORT or unix:\/\/\/PATH/),
);

test('loopback is told from the rest', () => {
  const loopback = [
    'tcp://127.1.2.3:9',
    'tcp://[::1]:9',
    'tcp://localhost:9',
    'unix:///run/haproxy/admin.sock',
  ];
  expect(loopback.map(isLoopback)).toEqual([true, true, true, true]);
  expect(['tcp://10.0.0.5:9', 'tcp://127.0.0.1.example:9', 'tcp://[fd00::1]:9'].map(isLoopback)).toEqual([
    false,
    false,
    false,
  ]);
});
