/** An apply as the forge records it: a deployment of a commit to an environment. */

export type DeploymentState = 'in-progress' | 'success' | 'failure' | 'unknown';

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly state: DeploymentState;
  /** The run that made it; null when it does not say. */
  readonly run: string | null;
}

/** How the record of this run ends; `inactive`: nothing was applied, as somebody else does or did it. */
export interface DeploymentEnd {
  readonly state: 'success' | 'failure' | 'inactive';
  /** One line. */
  readonly description: string;
}
