/** The processes of one run: cancelled as the runner cancels, killed as a machine that dies. */
import type { ChildProcess } from 'node:child_process';

/** Milliseconds (actions/runner ProcessInvoker): SIGINT, then SIGTERM, then SIGKILL. */
const UNTIL_TERM = 7500;
const UNTIL_KILL = 2500;

export class Processes {
  isCancelled = false;
  private readonly children = new Set<ChildProcess>();

  add(child: ChildProcess): void {
    this.children.add(child);
    child.on('close', () => this.children.delete(child));
    if (this.isCancelled) endGently(child);
  }

  cancel(): void {
    this.isCancelled = true;
    for (const child of this.children) endGently(child);
  }

  kill(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}

function endGently(child: ChildProcess): void {
  child.kill('SIGINT');
  const term = setTimeout(() => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), UNTIL_KILL);
    child.on('close', () => clearTimeout(kill));
  }, UNTIL_TERM);
  child.on('close', () => clearTimeout(term));
}
