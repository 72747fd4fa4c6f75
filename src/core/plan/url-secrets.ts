/** Takes out of an address what lets in whoever knows it: a password, a signature, the path of a webhook. */
import type { Json } from '../../model/json.ts';

/** Addresses that are called when something happens: all behind the host may be what they are known by. */
const CALLED = /(_actions|webhook|webhook_url|hook_url)$/i;

/** `hide` words what is not to be seen. */
export function withoutUrlSecrets(key: string, text: string, hide: (value: Json) => string): string {
  if (!text.includes('://')) return text;
  const called = CALLED.test(key)
    ? text.replace(BEHIND_HOST, (_, host, rest) => `${host}/${hide(rest)}`)
    : text;
  return called
    .replace(PASSWORD, (_, start, password, end) => `${start}${hide(password)}${end}`)
    .replace(SIGNED, (_, start, value) => `${start}${hide(value)}`);
}

/** Not `trust+https:`, whose path is a stack's and whose key is the caller's own. */
const BEHIND_HOST = /^(https?:\/\/[^/?#]*)[/?#](.+)$/is;
const PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]*:)([^\s/?#@]+)(@)/gi;
const SIGNED =
  /([?&](?:[\w.-]*(?:signature|token|secret|password|api_?key|credential)[\w.-]*|sig|key|code)=)([^&\s"'#]+)/gi;
