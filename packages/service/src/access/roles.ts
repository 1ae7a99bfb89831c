/** What somebody may be. `admin` may do everything; each of the others may also ask. */
export const ROLES = ['ask', 'screen', 'author', 'admin'] as const;
/** See {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Who sent a request. */
export interface Asker {
  /** The token's name; `local` where no token is needed. */
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** Whoever reaches a service that listens on this machine alone and has no tokens. */
export const LOCAL: Asker = { name: 'local', roles: new Set(ROLES) };

/** Whether somebody may do what needs a role. */
export function allows({ roles }: Asker, needed: Role): boolean {
  return needed === 'ask' ? roles.size > 0 : roles.has(needed) || roles.has('admin');
}
