/** The hidden marker comes back as it was written, and belongs to one kind and key. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, markerStart, parseMarker, withMarker } from '../../../src/core/report/marker.ts';

test('any key and body come back', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (key, body) => {
      const written = withMarker('plan', key, body);
      expect(parseMarker(written)).toEqual({ kind: 'plan', key, digest: digestOf(body) });
      expect(written.startsWith(markerStart('plan', key))).toBe(true);
    }),
  );
});

test('a marker is one HTML comment on one line, whatever the key', () => {
  const [first] = withMarker('plan', '--> <b> "x"\n', 'body').split('\n');
  expect(first?.match(/-->/g)).toHaveLength(1);
  expect(first).toMatch(/^<!-- thermostat:plan key="[^"<>]*" digest="sha256:[0-9a-f]{64}" -->$/);
});

test('no key is the beginning of another one', () => {
  const written = withMarker('plan', 'prod-eu', 'body');
  expect(written.startsWith(markerStart('plan', 'prod'))).toBe(false);
  expect(written.startsWith(markerStart('apply', 'prod-eu'))).toBe(false);
});

test('a body that somebody edited no longer has the digest of its marker', () => {
  const edited = withMarker('plan', '', 'replaces 9 servers').replace('9', '0');
  expect(parseMarker(edited)?.digest).not.toBe(digestOf('replaces 0 servers'));
});

test('line ends that a forge changed do not count', () => {
  expect(digestOf('a\r\nb')).toBe(digestOf('a\nb'));
  expect(parseMarker(withMarker('plan', '', 'a\nb').replaceAll('\n', '\r\n'))?.kind).toBe('plan');
});

test.each([
  'hello',
  'text <!-- thermostat:plan key="" digest="sha256:0" -->',
  '<!-- thermostat:other key="" digest="sha256:0" -->',
  `> ${withMarker('plan', '', 'quoted')}`,
])('%j has no marker of ours', (text) => {
  expect(parseMarker(text)).toBeNull();
});
