/** Checks a script that the server runs: it is started by its first line. */
import { type Checked, type Content, NOTHING_WRONG, problemAt } from './content.ts';

export function checkScript(content: Content): Checked {
  const first = content.text.split('\n', 1)[0] ?? '';
  const message = firstLine(first);
  return message === null ? NOTHING_WRONG : { problems: [problemAt(content, 1, 1, message)], findings: [] };
}

function firstLine(first: string): string | null {
  if (!/^#!\s*\/\S/.test(first))
    return 'the script names no interpreter, so it would not be run; its first line must be such as #!/bin/sh';
  if (first.endsWith('\r'))
    return `the script's first line ends with CR LF, so no interpreter would be found; save the file with LF`;
  return null;
}
