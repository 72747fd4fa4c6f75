/** The formats that GitHub's description names, as far as they say something. */

export const FORMATS: Readonly<Record<string, RegExp | true>> = {
  binary: true,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: /^[^\s@]+@[^\s@]+$/,
  int64: true,
  'repo.nwo': /^[\w.-]+\/[\w.-]+$/,
  timestamp: true,
  // Empty where nobody gave one, as in the status of a deployment.
  uri: /^$|^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  'uri-template': true,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};
