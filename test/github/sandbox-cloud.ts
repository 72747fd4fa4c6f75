/** A sandbox cloud that jobs reach as they would reach any: by a clouds.yaml from a secret. */
import { type Sandbox, startSandbox } from '../../src/sandbox/embedded.ts';

export interface SandboxCloud {
  readonly sandbox: Sandbox;
  /** With one cloud, `prod`. */
  readonly cloudsYaml: string;
  readonly password: string;
}

/** Virtual seconds for each real one: stacks are made while an action waits. */
const SPEED = 120;

export async function sandboxCloud(): Promise<SandboxCloud> {
  const sandbox = await startSandbox({ speed: SPEED });
  const { username, password, projectName, userDomainName, projectDomainName } = sandbox.credentials;
  const cloudsYaml = `clouds:
  prod:
    auth:
      auth_url: ${sandbox.authUrl}
      username: ${username}
      password: ${password}
      project_name: ${projectName}
      user_domain_name: ${userDomainName}
      project_domain_name: ${projectDomainName}
    region_name: ${sandbox.region}
`;
  return { sandbox, cloudsYaml, password };
}
