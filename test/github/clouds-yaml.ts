/** The clouds.yaml that a team puts into the secrets of its repository. */
import type { PasswordCredentials } from '../contract/cloud-under-test.ts';

export interface CloudLogin {
  readonly authUrl: string;
  readonly region: string;
  readonly credentials: PasswordCredentials;
}

/** With one cloud, `prod`: the name that the shipped workflows ask for. */
export function cloudsYaml({ authUrl, region, credentials }: CloudLogin): string {
  return `clouds:
  prod:
    auth:
      auth_url: ${authUrl}
      username: ${credentials.username}
      password: ${credentials.password}
      project_name: ${credentials.projectName}
      user_domain_name: ${credentials.userDomainName}
      project_domain_name: ${credentials.projectDomainName}
    region_name: ${region}
`;
}
