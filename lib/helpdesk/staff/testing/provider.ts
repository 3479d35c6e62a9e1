/** An identity provider that says whatever a test wants it to say. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { OidcSettings } from '../settings.ts';

const clientId = 'kazasu';
const clientSecret = 'the-secret-of-the-client';

export interface Keys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** What the next token is made of; a member that is given replaces what is right. */
export interface Forgery {
  /** Merged over the right claims; `undefined` takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** The whole token, made from the right claims. */
  readonly token?: (claims: JWTPayload, keys: Keys) => Promise<string>;
  /** Merged over the answer of the token endpoint. */
  readonly answer?: Readonly<Record<string, unknown>>;
}

export interface Provider {
  readonly issuer: string;
  readonly keys: Keys;
  settings(): OidcSettings;
  /** As the browser of somebody who signs in there: @returns the query with which it comes back */
  consent(address: URL, person: { readonly sub: string; readonly name?: string }): URLSearchParams;
  forge(forgery: Forgery): void;
  /** How often something of it was asked for, by path. */
  readonly asked: Map<string, number>;
  close(): Promise<void>;
}

export const kid = 'key-1';

export const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export const startProvider = async (): Promise<Provider> => {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const codes = new Map<string, { nonce: string; challenge: string; redirect: string; claims: JWTPayload }>();
  const asked = new Map<string, number>();
  let forgery: Forgery = {};
  let issuer = '';

  const tokenFor = async (claims: JWTPayload): Promise<string> => {
    const forged = { ...claims, ...forgery.claims };
    if (forgery.token !== undefined) return forgery.token(forged, keys);
    return new SignJWT(forged).setProtectedHeader({ alg: 'RS256', kid }).sign(keys.privateKey);
  };

  const token = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const form = new URLSearchParams((await request.setEncoding('utf8').toArray()).join(''));
    const code = form.get('code') ?? '';
    const kept = codes.get(code);
    codes.delete(code);
    const isHis = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (kept === undefined || !isHis || verifier !== kept.challenge || form.get('redirect_uri') !== kept.redirect) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    const answer = {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await tokenFor(kept.claims),
    };
    return { status: 200, body: { ...answer, ...forgery.answer } };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/.well-known/openid-configuration') {
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        userinfo_endpoint: `${issuer}/userinfo`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (path === '/jwks') {
      return send(200, { keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg: 'RS256', use: 'sig' }] });
    }
    if (path === '/userinfo') return send(200, { sub: 'somebody-else', name: 'not signed' });
    const { status, body } = path === '/token' ? await token(request) : { status: 404, body: {} };
    send(status, body);
  };
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    keys,
    asked,
    settings: () => ({ issuer: new URL(issuer), clientId, clientSecret }),
    forge: (given) => {
      forgery = given;
    },
    consent: (address, person) => {
      const given = address.searchParams;
      const code = randomUUID();
      const now = Math.floor(Date.now() / 1000);
      codes.set(code, {
        nonce: given.get('nonce') ?? '',
        challenge: given.get('code_challenge') ?? '',
        redirect: given.get('redirect_uri') ?? '',
        claims: { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce: given.get('nonce') ?? '', ...person },
      });
      return new URLSearchParams({ code, state: given.get('state') ?? '', iss: issuer });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** HS256 with the public key as its secret. */
export const signedWithPublicKey = async (claims: JWTPayload, { publicKey }: Keys): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(new TextEncoder().encode(await exportSPKI(publicKey)));
