/** Makes the end of a server's console log fit to be shown: short, printable, without secrets. */
import { secretLines } from '../spec/cloud-init/secret-lines.ts';

const MOST_LINES = 20;
const LONGEST = 160;

export function consoleTail(log: string): readonly string[] {
  const lines = log
    .slice(-200_000)
    // colours and cursor moves of boot loaders and systemd
    .replace(/\p{Cc}\[[0-9;?]*[A-Za-z]/gu, '')
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trimEnd())
    .filter((line) => line.trim() !== '')
    .slice(-MOST_LINES);
  return lines.map((line) => {
    const [secret] = secretLines(line);
    if (secret !== undefined) return `(a line with a ${secret.name} is left out)`;
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
  });
}
