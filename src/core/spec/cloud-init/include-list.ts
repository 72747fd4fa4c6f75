/** Checks a list of URLs that the server fetches its user data from. */
import { quote } from '../quote.ts';
import type { Checked, Content } from './content.ts';

/** cloudinit/user_data.py _do_include: a URL a line, also behind #include itself. */
export function checkIncludes(content: Content): Checked {
  const lines = content.text.split('\n').map((line, index) => ({
    line: index + 1,
    url: line.replace(/^#include(?:-once)?/i, '').trim(),
  }));
  const urls = lines.filter(({ url }) => url !== '' && !url.startsWith('#'));
  if (urls.length === 0) {
    const message = 'no URL stands below #include; write one a line';
    return { problems: [{ ...content.at(1, 1), message }], findings: [] };
  }
  return {
    problems: urls
      .filter(({ url }) => !/^(?:https?|ftp|file):\/\/\S+$/i.test(url))
      .map(({ line }) => ({
        ...content.at(line, 1),
        message:
          'the line is no URL; below #include each line must be one, such as https://example.org/web.yaml',
      })),
    findings: [fetched(content, urls)],
  };
}

function fetched(content: Content, urls: readonly { line: number; url: string }[]) {
  const open = urls.find(({ url }) => /^(?:http|ftp):/i.test(url));
  const one = urls.length === 1 ? 'a URL' : `${urls.length} URLs`;
  const unsafe = open === undefined ? '' : `, ${quote(hostOf(open.url))} without TLS`;
  const message = `the server fetches user data from ${one} at its boot${unsafe}; a change there is no change of this plan`;
  const severity = open === undefined ? ('info' as const) : ('warn' as const);
  return {
    rule: 'user-data-fetched',
    severity,
    message,
    source: content.at((open ?? urls[0])?.line ?? 1, 1),
  };
}

/** Without what may stand before and behind it: a password, a signature. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? '';
}
