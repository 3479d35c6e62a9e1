import type { Store } from '../store/open.ts';
import type { Oidc } from './oidc.ts';
import type { PasskeyPlace } from './passkey.ts';
import type { Sessions } from './sessions.ts';

/** What the routes of accounts are made of. */
export interface AccountParts {
  readonly store: Store;
  readonly origin: string;
  readonly sessions: Sessions;
  /** `undefined`: the address of the pages has no host name, and passkeys belong to one. */
  readonly passkeys: PasskeyPlace | undefined;
  readonly oidc: Oidc | undefined;
  readonly trouble: (failure: unknown) => void;
}
