/** Accounts, Apps and the repository as GitHub shows them. */
import type { Account, App, Role, Store } from '../state/store.ts';
import { decorated, type Shape } from './decorated.ts';

export function userShape(store: Store, login: string): Shape {
  const { id, type } = store.account(login);
  return decorated('simple-user', `${store.api}/users/${encodeURIComponent(login)}`, {
    id,
    login,
    type,
    site_admin: false,
    html_url: `${store.web}/${login}`,
  });
}

/** What `GET /user` tells a person of themself. */
export function ownUserShape(store: Store, login: string): Shape {
  const nothing = { bio: null, blog: null, company: null, email: null, hireable: null, location: null };
  return {
    ...userShape(store, login),
    ...nothing,
    ...{ name: login, followers: 0, following: 0, public_gists: 0, public_repos: 1 },
    ...{ created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z' },
  };
}

export function appShape(store: Store, { id, slug }: App): Shape {
  return decorated('integration', `${store.api}/apps/${slug}`, {
    id,
    slug,
    owner: userShape(store, store.owner),
    name: slug === 'github-actions' ? 'GitHub Actions' : slug,
    description: '',
    external_url: store.web,
    html_url: `${store.web}/apps/${slug}`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: { metadata: 'read' },
    events: [],
  });
}

/** `schema`: GitHub shows more or less of it at different places. */
export function repositoryShape(store: Store, schema: Parameters<typeof repositoryOf>[2]): Shape {
  return repositoryOf(store, store.fullName, schema, null);
}

export function repositoryOf(
  store: Store,
  fullName: string,
  schema: 'full-repository' | 'minimal-repository' | 'repository',
  parent: string | null,
): Shape {
  const [owner = '', name = ''] = fullName.split('/');
  const basics = {
    id: fullName === store.fullName ? 1 : store.account(owner).id,
    name,
    full_name: fullName,
    owner: userShape(store, owner),
    private: true,
    fork: parent !== null,
    description: null,
    html_url: `${store.web}/${fullName}`,
  };
  const given = schema === 'minimal-repository' ? basics : { ...basics, ...details(store) };
  const more = schema === 'full-repository' ? { network_count: 0, subscribers_count: 0 } : {};
  return decorated(schema, `${store.api}/repos/${fullName}`, { ...given, ...more });
}

function details(store: Store): Shape {
  return {
    default_branch: store.defaultBranch,
    ...{ homepage: null, language: null, mirror_url: null, license: null },
    ...{ has_issues: true, has_projects: false, has_wiki: false, has_pages: false, has_discussions: false },
    has_downloads: true,
    topics: [],
    ...{ archived: false, disabled: false, visibility: 'private', size: 1 },
    ...{ forks: 0, forks_count: 0, stargazers_count: 0, watchers: 0, watchers_count: 0 },
    ...{ open_issues: openIssues(store), open_issues_count: openIssues(store) },
    ...{ created_at: '2026-01-01T00:00:00Z', updated_at: store.now(), pushed_at: store.now() },
  };
}

function openIssues({ issues }: Store): number {
  return [...issues.values()].filter(({ state }) => state === 'open').length;
}

/** Where an organisation's repository knows somebody from. */
export function association({ role, type }: Account): string {
  if (type === 'Bot' || role === 'none') return 'NONE';
  return role === 'admin' ? 'MEMBER' : role === 'read' ? 'CONTRIBUTOR' : 'COLLABORATOR';
}

/** The old four words; `role_name` has all. */
export function oldPermission(role: Role): 'admin' | 'write' | 'read' | 'none' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}
