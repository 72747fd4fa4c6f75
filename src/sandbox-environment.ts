/** The OS_* variables that log in to an embedded sandbox, as to any cloud. */
import type { Sandbox } from './sandbox/embedded.ts';

export function sandboxEnvironment({
  authUrl,
  region,
  credentials,
}: Sandbox): Readonly<Record<string, string>> {
  return {
    OS_AUTH_URL: authUrl,
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
    OS_PROJECT_NAME: credentials.projectName,
    OS_USER_DOMAIN_NAME: credentials.userDomainName,
    OS_PROJECT_DOMAIN_NAME: credentials.projectDomainName,
    OS_REGION_NAME: region,
  };
}
