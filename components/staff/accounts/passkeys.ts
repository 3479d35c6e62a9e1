/** Passkeys in the browser. Everything is in the browser itself; JSON goes in and comes out. */

/** Whether this browser has them at all. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const toJson = (credential: Credential | null): unknown =>
  credential instanceof PublicKeyCredential ? credential.toJSON() : null;

/** @returns `null` if the person broke it off, or it could not be done */
export const makePasskey = async (options: PublicKeyCredentialCreationOptionsJSON): Promise<unknown> => {
  try {
    return toJson(
      await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    );
  } catch {
    // What browsers throw does not tell "no thanks" from "cannot"; the page offers to try again.
    return null;
  }
};

/** @returns `null` if the person broke it off, or it could not be done */
export const showPasskey = async (options: PublicKeyCredentialRequestOptionsJSON): Promise<unknown> => {
  try {
    return toJson(
      await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
    );
  } catch {
    // As above.
    return null;
  }
};
